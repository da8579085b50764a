/** The text of a file. */
import { unsupported } from '../../core/index.ts';
import type { VirtualFile } from '../files/file-system.ts';

/** Raises `unsupported` for a file that holds columns. */
export function textOf(file: VirtualFile, format: string): string {
  if (file.content.kind === 'text') return file.content.text;
  throw unsupported(`Reading the columnar file ${file.path} as ${format}`, 'Read it with the format that it was written in.');
}
