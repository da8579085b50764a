/** The columns of JSON files: all fields of all records, by name (`JsonInferSchema`). */
import { compatible, inferType, JsonObject, malformedRecord, textTypes } from '../../functions/json/index.ts';
import type { JsonNode, Options } from '../../functions/json/index.ts';
import { analysisError } from '../../core/index.ts';
import { compareStrings, quoteIdentifier, StringType } from '../../types/index.ts';
import type { DataType, StructField, StructType } from '../../types/index.ts';
import type { ReadContext } from '../context.ts';
import type { VirtualFile } from '../files/file-system.ts';
import { corruptName, readMode } from '../modes.ts';
import { nodesOf, textsOf } from './records.ts';

const EMPTY: StructType = { kind: 'struct', fields: [] };

export function inferJsonSchema(files: readonly VirtualFile[], options: Options, context: ReadContext): StructType {
  const mode = readMode(options);
  const textType = textTypes(options, context.sessionTimeZone, context.now, context.conf);
  let type: DataType = EMPTY;
  let hasCorrupt = false;
  for (const file of files) {
    for (const text of textsOf(file, options)) {
      const nodes = nodesOf(text, options);
      const records = nodes?.filter((n) => n instanceof JsonObject) ?? [];
      const bad = nodes === undefined || records.length < nodes.length;
      if (bad && mode === 'failfast') throw malformedRecord(text);
      hasCorrupt ||= bad;
      for (const record of records) {
        refuseRepeated(record);
        type = compatible(type, inferType(record, options, textType));
      }
    }
  }
  const columns = (canonicalized(type, options.flag('dropFieldIfAllNull', false)) ?? EMPTY) as StructType;
  return withCorrupt(columns, hasCorrupt && mode === 'permissive' ? corruptName(options, context) : undefined);
}

function refuseRepeated(record: JsonNode): void {
  if (!(record instanceof JsonObject) || new Set(record.names).size === record.names.length) return;
  const name = record.names.find((n, i) => record.names.indexOf(n) < i) as string;
  throw analysisError('COLUMN_ALREADY_EXISTS', '42711', { columnName: quoteIdentifier(name.toLowerCase()) }, `The field ${name} comes twice in a record. Give the schema.`);
}

/** The type as columns have it: nulls alone are strings (or dropped), structs without fields are dropped. */
function canonicalized(type: DataType, dropNulls: boolean): DataType | undefined {
  switch (type.kind) {
    case 'null':
      return dropNulls ? undefined : StringType;
    case 'array': {
      const element = canonicalized(type.element, dropNulls);
      return element === undefined ? undefined : { ...type, element };
    }
    case 'struct': {
      const fields = type.fields.flatMap((f): StructField[] => {
        const inner = canonicalized(f.type, dropNulls);
        return inner === undefined ? [] : [{ ...f, type: inner }];
      });
      return fields.length === 0 ? undefined : { kind: 'struct', fields };
    }
    default:
      return type;
  }
}

function withCorrupt(type: StructType, name: string | undefined): StructType {
  if (name === undefined || type.fields.some((f) => f.name === name)) return type;
  const fields = [...type.fields, { name, type: StringType, nullable: true }];
  return { kind: 'struct', fields: fields.sort((a, b) => compareStrings(a.name, b.name)) };
}
