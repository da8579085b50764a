/** Requests about the session itself: conf, views, functions, registered rows. */
import { typeFromJson } from '../../types/index.ts';
import type { StructType } from '../../types/index.ts';
import { createView } from '../catalog/create-view.ts';
import type { RequestContext, RequestOf } from './context.ts';

export function conf(context: RequestContext, request: RequestOf<'conf'>): unknown {
  const { conf } = context.session;
  const key = request.key ?? '';
  switch (request.action) {
    case 'get':
      return conf.get(key);
    case 'set':
      conf.set(key, request.value ?? '');
      return null;
    case 'unset':
      conf.unset(key);
      return null;
    case 'isModifiable':
      return conf.isModifiable(key);
    case 'getAll':
      return conf.getAll();
  }
}

export function makeView(context: RequestContext, request: RequestOf<'createView'>): null {
  const { name, plan, replace, isGlobal } = request;
  createView(context.session, { name, relation: plan, analyzed: context.analyzed(plan), replace, isGlobal });
  return null;
}

export function registerFunction(context: RequestContext, request: RequestOf<'registerFunction'>): null {
  const { name, functionId, deterministic, batched = false, parameters } = request;
  const named = parameters === undefined ? {} : { parameters };
  context.session.functions.set(name.toLowerCase(), { name, functionId, returnType: typeFromJson(request.returnType), deterministic, batched, ...named });
  return null;
}

export function registerTableFunction(context: RequestContext, request: RequestOf<'registerTableFunction'>): null {
  const { name, functionId, deterministic, outputType } = request;
  context.session.tableFunctions.set(name.toLowerCase(), { name, functionId, deterministic, ...(outputType === undefined ? {} : { outputType }) });
  return null;
}

export function registerTable(context: RequestContext, request: RequestOf<'registerTable'>): null {
  const { hash, table, numPartitions } = request;
  context.shared.local.registerColumns(hash, typeFromJson(table.schema) as StructType, table.columns, table.numRows, numPartitions);
  return null;
}
