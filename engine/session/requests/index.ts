/** Every request to its handler. */
import { unreachable } from '../../core/index.ts';
import { catalogRequest } from '../catalog/methods.ts';
import { portable } from '../catalog/portable.ts';
import { runStatement } from '../commands/index.ts';
import type { EngineRequest } from '../request.ts';
import { collect, collectPartitions, count, numPartitions, observed, show } from './actions.ts';
import { cacheRequest } from './cache.ts';
import type { RequestContext } from './context.ts';
import { filesRequest } from './files.ts';
import { ask, explain, sameSemantics, schema, treeString, typeOfDdl } from './plans.ts';
import { conf, makeView, registerFunction, registerTable, registerTableFunction } from './session-state.ts';
import { streamingRequest } from './streams.ts';
import { write } from './writes.ts';

/** The answer to a request, as plain data. Throws SparkError. */
export function answer(context: RequestContext, request: EngineRequest): unknown {
  switch (request.op) {
    case 'schema':
      return schema(context, request);
    case 'explain':
      return explain(context, request);
    case 'treeString':
      return treeString(context, request);
    case 'collect':
      return collect(context, request);
    case 'count':
      return count(context, request);
    case 'show':
      return show(context, request);
    case 'observed':
      return observed(context, request);
    case 'numPartitions':
      return numPartitions(context, request);
    case 'isStreaming':
    case 'isLocal':
    case 'inputFiles':
    case 'semanticHash':
      return ask(context, request);
    case 'sameSemantics':
      return sameSemantics(context, request);
    case 'collectPartitions':
      return collectPartitions(context, request);
    case 'sql':
      return runStatement(context, request.plan);
    case 'portable':
      return portable(request.plan, context.session);
    case 'registerTable':
      return registerTable(context, request);
    case 'newSession':
      return context.newSession().id;
    case 'createView':
      return makeView(context, request);
    case 'cache':
    case 'uncache':
    case 'checkpoint':
    case 'isCached':
      return cacheRequest(context, request);
    case 'conf':
      return conf(context, request);
    case 'catalog':
      return catalogRequest(context, request.method, request.args);
    case 'parseType':
      return typeOfDdl(context, request);
    case 'registerFunction':
      return registerFunction(context, request);
    case 'registerTableFunction':
      return registerTableFunction(context, request);
    case 'write':
      return write(context, request);
    case 'writeStream':
    case 'stream':
    case 'streams':
    case 'advanceClock':
      return streamingRequest(context, request);
    case 'files':
      return filesRequest(context, request);
    default:
      return unreachable(request);
  }
}
