/** The columns of JSON files: all fields of all records, by name (`JsonInferSchema`). */
import { canonical, compatible, inferType } from '../../functions/json/index.ts';
import type { Options } from '../../functions/json/index.ts';
import { compareStrings, StringType } from '../../types/index.ts';
import type { DataType, StructType } from '../../types/index.ts';
import type { ReadContext } from '../context.ts';
import { failedRead } from '../errors.ts';
import type { VirtualFile } from '../files/file-system.ts';
import { corruptName, readMode } from '../modes.ts';
import { nodesOf, textsOf } from './records.ts';

const EMPTY: StructType = { kind: 'struct', fields: [] };

export function inferJsonSchema(files: readonly VirtualFile[], options: Options, context: ReadContext): StructType {
  const mode = readMode(options);
  let type: DataType = EMPTY;
  let hasCorrupt = false;
  for (const file of files) {
    for (const text of textsOf(file, options)) {
      const nodes = nodesOf(text, options);
      const types = nodes?.map((n) => inferType(n, options)) ?? [];
      const bad = nodes === undefined || types.some((t) => t.kind !== 'struct');
      if (bad && mode === 'failfast') throw failedRead(file.path, `the record ${text} is not an object.`);
      hasCorrupt ||= bad;
      for (const t of types) if (t.kind === 'struct') type = compatible(type, t);
    }
  }
  return withCorrupt(canonical(withoutEmptyStructs(type)) as StructType, hasCorrupt && mode === 'permissive' ? corruptName(options, context) : undefined);
}

/** Structs without fields cannot be columns: they are left out. */
function withoutEmptyStructs(type: DataType): DataType {
  if (type.kind === 'array') return { ...type, element: withoutEmptyStructs(type.element) };
  if (type.kind !== 'struct') return type;
  const fields = type.fields.map((f) => ({ ...f, type: withoutEmptyStructs(f.type) }));
  return { kind: 'struct', fields: fields.filter((f) => !(f.type.kind === 'struct' && f.type.fields.length === 0)) };
}

function withCorrupt(type: StructType, name: string | undefined): StructType {
  if (name === undefined || type.fields.some((f) => f.name === name)) return type;
  const fields = [...type.fields, { name, type: StringType, nullable: true }];
  return { kind: 'struct', fields: fields.sort((a, b) => compareStrings(a.name, b.name)) };
}

