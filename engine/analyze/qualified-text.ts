/** Expressions as SQL that could be run (`Expression.sql`): qualified columns, casts that nobody wrote, typed literals. Some error parameters carry them so. */
import { isComparison, isOperator, showsArgumentsOnly, toSql } from '../plan/index.ts';
import type { Literal, ResolvedExpression, ScalarCall, SqlTextOptions } from '../plan/index.ts';
import { decimalForType, decimalType, findCommonType, isIntegral, isNested, isString, quoteIfNeeded, sameType, sqlTypeName, valueToSql } from '../types/index.ts';
import type { DataType } from '../types/index.ts';
import { qualifiedParts } from './names.ts';
import { callBehind } from './written-text.ts';
import type { WrittenCall } from './written-text.ts';

/** `sum(t.revenue)`. */
export function qualifiedSql(e: ResolvedExpression): string {
  return toSql(e, OPTIONS);
}

const OPTIONS: SqlTextOptions = { written: special };

function special(e: ResolvedExpression): string | undefined {
  const written = callBehind(e);
  switch (e.kind) {
    case 'attribute':
      return e.outer === true || e.lateral === true ? undefined : qualifiedParts(e).map(quoteIfNeeded).join('.');
    case 'literal':
      return typedLiteral(e);
    case 'cast':
      return e.explicit ? undefined : castText(qualifiedSql(e.child), e.type);
    case 'call':
      if (showsArgumentsOnly(e)) return shown(e);
      if (written !== undefined) return shown(written);
      return isOperator(e, 'in') ? inList(e.args) : comparison(e);
    default:
      return undefined;
  }
}

function castText(child: string, type: DataType): string {
  return isNested(type) ? child : `CAST(${child} AS ${sqlTypeName(type)})`;
}

function withoutImpliedCast(e: ResolvedExpression): ResolvedExpression {
  return e.kind === 'cast' && !e.explicit ? e.child : e;
}

/** A function whose arguments are only for show: what it asks of their types is not seen. */
function shown(e: WrittenCall): string {
  const args = e.args.map((a) => qualifiedSql(withoutImpliedCast(a)));
  return e.fn.sql === undefined ? `${e.fn.name}(${args.join(', ')})` : e.fn.sql(args, false);
}

/** Where one of the values needs a cast, Spark casts them all. */
function inList(args: readonly ResolvedExpression[]): string | undefined {
  const isImplied = (a: ResolvedExpression): boolean => (a.kind === 'cast' && !a.explicit) || (a.kind === 'literal' && a.value === null);
  const common = args.find((a) => !isImplied(a) || a.type.kind !== 'null')?.type;
  if (common === undefined || !args.some(isImplied)) return undefined;
  const texts = args.map((a) => (a.kind === 'cast' && !a.explicit && sameType(a.type, common) ? qualifiedSql(a) : castText(a.kind === 'literal' && a.value === null ? 'NULL' : qualifiedSql(a), common)));
  return `(${texts[0]} IN (${texts.slice(1).join(', ')}))`;
}

/** Spark compares a whole number with a decimal as the decimal that holds it, and that as one of the type of both. */
function comparison(e: ScalarCall): string | undefined {
  if (!isComparison(e) && !isOperator(e, 'nullSafeEqual') && !isOperator(e, 'notEqual')) return undefined;
  const written = e.args.map(withoutImpliedCast);
  if (!written.some((a) => isIntegral(a.type)) || !written.some((a) => a.type.kind === 'decimal')) return undefined;
  const decimals = written.map(asDecimal);
  const common = findCommonType(decimals, true);
  if (common === undefined) return undefined;
  const texts = written.map((a, i) => {
    const own = qualifiedSql(a);
    const whole = isIntegral(a.type) ? castText(own, decimals[i] as DataType) : own;
    return sameType(decimals[i] as DataType, common) ? whole : castText(whole, common);
  });
  return e.fn.sql?.(texts, false);
}

function asDecimal(e: ResolvedExpression): DataType {
  if (!isIntegral(e.type)) return e.type;
  if (e.kind === 'literal' && e.value !== null) return decimalType(String(e.value).replace('-', '').length, 0);
  return decimalForType(e.type) ?? e.type;
}

const SUFFIXES: Partial<Record<DataType['kind'], string>> = { byte: 'Y', short: 'S', long: 'L', double: 'D', decimal: 'BD' };

function typedLiteral(e: Literal): string | undefined {
  if (e.value === null) return e.type.kind === 'null' ? 'NULL' : castText('NULL', e.type);
  if (isString(e.type)) return valueToSql(e.value, e.type);
  const plain = toSql(e);
  if (e.type.kind === 'float' || (e.type.kind === 'double' && !Number.isFinite(e.value))) return castText(Number.isFinite(e.value) ? plain : `'${plain}'`, e.type);
  const suffix = SUFFIXES[e.type.kind];
  return suffix === undefined ? undefined : `${plain}${suffix}`;
}
