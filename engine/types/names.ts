/** How types are written: `simpleString` (plans, schemas), `catalogString` (never cut), `sql` (errors). */
import type { DataType, DayTimeIntervalType, StructField, YearMonthIntervalType } from './data-type.ts';

/** `spark.sql.debug.maxToStringFields`: `simpleString` of a struct names this many fields at most, less one. */
const MAX_TO_STRING_FIELDS_COUNT = 25;

function intervalName(t: DayTimeIntervalType | YearMonthIntervalType): string {
  return t.start === t.end ? `interval ${t.start}` : `interval ${t.start} to ${t.end}`;
}

/** A name as it stands in SQL: in back-quotes unless it is a plain identifier. */
export function quoteIfNeeded(name: string): string {
  return /^[A-Za-z0-9_]*[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : quoteIdentifier(name);
}

/** A name in back-quotes. */
export function quoteIdentifier(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

const SIMPLE: Readonly<Record<string, string>> = {
  null: 'void',
  byte: 'tinyint',
  short: 'smallint',
  integer: 'int',
  long: 'bigint',
};

function render(t: DataType, cut: boolean): string {
  switch (t.kind) {
    case 'decimal':
      return `decimal(${t.precision},${t.scale})`;
    case 'char':
    case 'varchar':
      return `${t.kind}(${t.length})`;
    case 'time':
      return `time(${t.precision})`;
    case 'daytime_interval':
    case 'yearmonth_interval':
      return intervalName(t);
    case 'calendar_interval':
      return 'interval';
    case 'array':
      return `array<${render(t.element, cut)}>`;
    case 'map':
      return `map<${render(t.key, cut)},${render(t.value, cut)}>`;
    case 'struct': {
      const parts = t.fields.map((f) => `${f.name}:${render(f.type, cut)}`);
      return `struct<${cut ? cutFields(parts) : parts.join(',')}>`;
    }
    default:
      return SIMPLE[t.kind] ?? t.kind;
  }
}

function cutFields(parts: readonly string[]): string {
  if (parts.length <= MAX_TO_STRING_FIELDS_COUNT) return parts.join(',');
  const kept = MAX_TO_STRING_FIELDS_COUNT - 1;
  return `${parts.slice(0, kept).join(',')},... ${parts.length - kept} more fields`;
}

/** `array<int>`, `struct<a:int,b:string>`; a struct of more than 25 fields is cut, as Spark cuts it. */
export function simpleString(t: DataType): string {
  return render(t, true);
}

/** As `simpleString`, never cut. */
export function catalogString(t: DataType): string {
  return render(t, false);
}

/** The type as SQL text, without quotes: `BIGINT`, `ARRAY<INT>`, `STRUCT<a: INT NOT NULL>`. */
export function sqlTypeName(t: DataType): string {
  switch (t.kind) {
    case 'array':
      return `ARRAY<${sqlTypeName(t.element)}>`;
    case 'map':
      return `MAP<${sqlTypeName(t.key)}, ${sqlTypeName(t.value)}>`;
    case 'struct':
      return `STRUCT<${t.fields.map(sqlField).join(', ')}>`;
    default:
      return render(t, false).toUpperCase();
  }
}

function sqlField(f: StructField): string {
  return `${quoteIfNeeded(f.name)}: ${sqlTypeName(f.type)}${f.nullable ? '' : ' NOT NULL'}${comment(f)}`;
}

function comment(f: StructField): string {
  const text = f.metadata?.comment;
  if (typeof text !== 'string') return '';
  return ` COMMENT '${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** The type as error parameters carry it: `"BIGINT"`, quotes included. */
export function quotedSqlType(t: DataType): string {
  return `"${sqlTypeName(t)}"`;
}

/** `StructType.toDDL`: `a INT NOT NULL,b STRING COMMENT 'x'`. */
export function toDDL(fields: readonly StructField[]): string {
  return fields
    .map((f) => `${quoteIfNeeded(f.name)} ${sqlTypeName(f.type)}${f.nullable ? '' : ' NOT NULL'}${comment(f)}`)
    .join(',');
}

/** Spark's `typeName` (`DataType.typeName`): `integer`, `struct`, `decimal(10,2)`; `treeString` shows it. */
export function typeName(t: DataType): string {
  switch (t.kind) {
    case 'null':
      return 'void';
    case 'array':
    case 'map':
    case 'struct':
      return t.kind;
    case 'decimal':
    case 'char':
    case 'varchar':
    case 'time':
    case 'daytime_interval':
    case 'yearmonth_interval':
    case 'calendar_interval':
      return render(t, false);
    default:
      return t.kind;
  }
}
