/** Columns of tables as CREATE TABLE and ALTER TABLE write them: `a INT NOT NULL DEFAULT 1 COMMENT 'x'`. */
import type { DataType, StructField } from '../types/index.ts';
import { dataType } from './data-types.ts';
import { parseError, placed } from './errors.ts';
import type { Parser } from './parser.ts';

/** Keys of a column's metadata that hold the text of its default: for new rows, and for rows of before it was added. */
export const CURRENT_DEFAULT = 'CURRENT_DEFAULT';
export const EXISTS_DEFAULT = 'EXISTS_DEFAULT';

interface Told {
  nullable?: boolean;
  comment?: string;
  defaultText?: string;
  refused?: string;
}

/** Key of a column's metadata that names what tables of files have not, till the table is refused. */
export const REFUSED_KEY = '__refused';
const CONSTRAINT_WORDS = ['CHECK', 'CONSTRAINT', 'PRIMARY', 'UNIQUE', 'REFERENCES', 'FOREIGN'];

/** Moves to the end of the item in a list in brackets. */
function skipItem(p: Parser): void {
  for (let depth = 0; p.peek().kind !== 'end'; p.next()) {
    if (depth === 0 && p.isAny([',', ')'])) return;
    if (p.is('(')) depth += 1;
    if (p.is(')')) depth -= 1;
  }
}

/** A constraint among the columns of a table, as a mark on a column that is none. */
export function tableConstraint(p: Parser): StructField | undefined {
  const isNamed = p.is('CONSTRAINT') && p.isIdentifier(1) && p.isAny(CONSTRAINT_WORDS, 2);
  const isBare = (p.isAny(['PRIMARY', 'FOREIGN']) && p.peek(1).upper === 'KEY') || (p.isAny(['CHECK', 'UNIQUE']) && p.peek(1).upper === '(');
  if (!isNamed && !isBare) return undefined;
  skipItem(p);
  return { name: '', type: { kind: 'null' }, nullable: true, metadata: { [REFUSED_KEY]: 'CONSTRAINT' } };
}

/** The text of the expression that follows. */
export function expressionText(p: Parser): string {
  const from = p.index;
  p.grammar.expression(p);
  const { start, stop } = p.originFrom(from);
  return p.sql.slice(start, stop);
}

/** What may follow a column's type, once each. Raises CREATE_TABLE_COLUMN_DESCRIPTOR_DUPLICATE. */
function descriptors(p: Parser, column: string): Told {
  const told: Told = {};
  const once = (optionName: string, isThere: boolean): void => {
    if (!isThere) return;
    const columnName = column;
    p.afterwards.push(() => {
      throw placed(parseError('CREATE_TABLE_COLUMN_DESCRIPTOR_DUPLICATE', '42710', { columnName, optionName }, `The column ${columnName} has ${optionName} twice.`), p.originFrom(0));
    });
  };
  for (;;) {
    if (p.accept('NOT', 'NULL')) {
      once('NOT NULL', told.nullable !== undefined);
      told.nullable = false;
    } else if (p.accept('COMMENT')) {
      once('COMMENT', told.comment !== undefined);
      told.comment = p.string();
    } else if (p.accept('DEFAULT')) {
      once('DEFAULT', told.defaultText !== undefined);
      told.defaultText = expressionText(p);
    } else if (p.is('GENERATED')) {
      told.refused = p.peek(1).upper === 'BY' || p.peek(3).upper === 'IDENTITY' ? 'identity columns' : 'generated columns';
      skipItem(p);
    } else if (p.isAny(CONSTRAINT_WORDS)) {
      told.refused = 'CONSTRAINT';
      skipItem(p);
    } else return told;
  }
}

/** The column with what is told of it. */
export function fieldOf(name: string, type: DataType, { nullable, comment, defaultText, refused }: Told): StructField {
  const metadata = {
    ...(comment === undefined ? {} : { comment }),
    ...(defaultText === undefined ? {} : { [CURRENT_DEFAULT]: defaultText }),
    ...(refused === undefined ? {} : { [REFUSED_KEY]: refused }),
  };
  return { name, type, nullable: nullable ?? true, ...(Object.keys(metadata).length === 0 ? {} : { metadata }) };
}

export function columnDefinition(p: Parser): StructField {
  const name = p.plainIdentifier();
  return fieldOf(name, dataType(p), descriptors(p, name));
}

/** Of a column that is added: its place, of which tables of files take no notice. */
export interface AddedColumn {
  /** More than one part: a field of a struct. */
  readonly path: readonly string[];
  readonly field: StructField;
  readonly from: number;
  readonly to: number;
}

export function addedColumn(p: Parser): AddedColumn {
  const from = p.index;
  const path = p.multipartIdentifier(true);
  const field = fieldOf(path.at(-1) as string, dataType(p), descriptors(p, path.join('.')));
  columnPosition(p);
  return { path, field, from, to: p.index };
}

/** FIRST or AFTER a column. */
export function columnPosition(p: Parser): boolean {
  if (p.accept('FIRST')) return true;
  if (!p.accept('AFTER')) return false;
  p.identifier();
  return true;
}
