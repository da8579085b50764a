/** Requests about the virtual file system. */
import { analysisError, unsupported } from '../../core/index.ts';
import { normalizePath, uriOf } from '../../sources/index.ts';
import type { RequestContext, RequestOf } from './context.ts';

export function filesRequest(context: RequestContext, request: RequestOf<'files'>): unknown {
  const { files } = context.shared;
  switch (request.method) {
    case 'list':
      return files.list(request.path);
    case 'read': {
      const file = files.get(request.path);
      if (file === undefined) throw pathNotFound(request.path);
      if (file.content.kind !== 'text') throw unsupported('The bytes of a columnar file', 'Read it with spark.read.');
      return file.content.text;
    }
    case 'write':
      files.writeText(request.path, request.text ?? '');
      return null;
    case 'makeDirectory':
      files.makeDirectory(request.path);
      return null;
    case 'delete':
      return files.delete(request.path);
  }
}

function pathNotFound(path: string): Error {
  const uri = uriOf(normalizePath(path));
  return analysisError('PATH_NOT_FOUND', '42K03', { path: uri }, `There is nothing at ${uri}.`);
}
