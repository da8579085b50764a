/** Resolved plans by hand, for tests of rules. */
import { vectorOf } from '../../columnar/index.ts';
import { fixedEnvironment } from '../../core/index.ts';
import type { AggregateFunction } from '../../functions/define.ts';
import { registry } from '../../functions/registry.ts';
import { literal, operatorCall } from '../../plan/index.ts';
import type { OperatorName } from '../../plan/index.ts';
import type { AggregateCall, Alias, AttributeReference, LocalData, ResolvedExpression } from '../../plan/index.ts';
import { BooleanType, DoubleType, IntegerType, LongType, StringType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { OptimizeContext } from '../index.ts';

const TYPES: Readonly<Record<string, DataType>> = { int: IntegerType, long: LongType, double: DoubleType, string: StringType, boolean: BooleanType };

export function testContext(more: Partial<OptimizeContext> = {}): OptimizeContext {
  return { conf: () => undefined, registry, environment: fixedEnvironment(), ansi: true, sessionTimeZone: 'UTC', ...more };
}

/** Columns as `a int, b string`; ids count up from `firstId`. */
export function table(schema: string, firstId: number, rows: readonly (readonly Value[])[] = [], more: Partial<LocalData> = {}): LocalData {
  const output = schema.split(', ').map((part, i): AttributeReference => {
    const [name, type] = part.split(' ') as [string, string];
    return { kind: 'attribute', name, exprId: firstId + i, qualifier: [], type: TYPES[type] as DataType, nullable: true };
  });
  const columns = output.map((a, i) => vectorOf(a.type, rows.map((r) => r[i] ?? null)));
  return { node: 'LocalData', batch: { length: rows.length, columns }, origin: 'rdd', output, ...more };
}

export function int(x: number): ResolvedExpression {
  return literal(x, IntegerType);
}
export function text(x: string): ResolvedExpression {
  return literal(x, StringType);
}
export function op(name: OperatorName, ...args: ResolvedExpression[]): ResolvedExpression {
  const type = name === 'add' || name === 'multiply' ? (args[0] as ResolvedExpression).type : BooleanType;
  return operatorCall(registry, name, args, type, name === 'isNull' || name === 'isNotNull' ? false : args.some((a) => a.nullable));
}
export function as(child: ResolvedExpression, name: string, exprId: number): Alias {
  return { kind: 'alias', child, name, exprId, type: child.type, nullable: child.nullable };
}
export function agg(name: string, type: DataType, ...args: ResolvedExpression[]): AggregateCall {
  return { kind: 'aggregate', fn: registry.get(name) as AggregateFunction, args, type, nullable: name !== 'count', distinct: false };
}
