/** Files of lines: one string column. */
import { cellReader } from '../../columnar/index.ts';
import { analysisError } from '../../core/index.ts';
import { quotedSqlType, quoteIdentifier, StringType } from '../../types/index.ts';
import type { StructType } from '../../types/index.ts';
import type { FileFormat } from '../format.ts';
import { batchOf, linesOf } from '../lines.ts';
import { textOf } from './content.ts';

const SCHEMA: StructType = { kind: 'struct', fields: [{ name: 'value', type: StringType, nullable: true }] };

export const textFiles: FileFormat = {
  name: 'text',
  extension: 'txt',
  inferSchema: () => SCHEMA,
  read: (file, schema, options) => {
    const text = textOf(file, 'text');
    const lines = options.flag('wholetext', false) ? [text] : linesOf(text, options.get('lineSep'));
    return batchOf(schema, lines.map((line) => [line]));
  },
  write: (_schema, batch, options) => {
    const separator = options.get('lineSep') ?? '\n';
    const [column] = batch.columns;
    if (column === undefined) return '';
    const read = cellReader(column);
    return Array.from({ length: batch.length }, (_, i) => `${(read(i) as string | null) ?? ''}${separator}`).join('');
  },
  checkWrite: (schema) => {
    const [field] = schema.fields;
    if (schema.fields.length !== 1 || field === undefined) {
      throw analysisError('_LEGACY_ERROR_TEMP_1290', null, {}, `The format text holds a single column, but there are ${schema.fields.length}.`);
    }
    if (field.type.kind !== 'string') {
      throw analysisError(
        'UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE',
        '0A000',
        { columnName: quoteIdentifier(field.name), columnType: quotedSqlType(field.type), format: 'Text' },
        `The format text holds strings, but ${field.name} is ${quotedSqlType(field.type).replaceAll('"', '')}.`,
      );
    }
  },
};
