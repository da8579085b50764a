/** How functions of doubles are declared. */
import type { Vector } from '../../columnar/index.ts';
import { canImplicitCast, DoubleType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, ParameterSpec, ScalarFunction } from '../define.ts';
import { scalarFunction, unexpectedInput } from '../typing.ts';

export const family = 'math';

/** Doubles, and what casts to them; errors name the function as columns show it. */
export function expectDouble(shown: string, args: readonly ArgumentInfo[], index: number): DataType {
  if (canImplicitCast((args[index] as ArgumentInfo).type, DoubleType)) return DoubleType;
  throw unexpectedInput(shown, args, index, '"DOUBLE"');
}

export function doubleVector(data: Float64Array): Vector {
  return { layout: 'double', type: DoubleType, length: data.length, validity: null, data };
}

const COLUMN: ParameterSpec = { name: 'expr', pythonName: 'col', accepts: ['double'] };

export interface UnaryInit {
  readonly name: string;
  /** As columns and errors show the name, where that is not the name itself. */
  readonly shown?: string;
  readonly since: string;
  readonly doc: string;
  readonly examples: ScalarFunction['examples'];
  readonly of: (x: number) => number;
  /** NULL where this does not hold (logarithms). */
  readonly domain?: (x: number) => boolean;
}

/** A function of one double. */
export function unary(init: UnaryInit): ScalarFunction {
  const { name, shown = name, since, doc, examples, of, domain } = init;
  return scalarFunction({
    name,
    family,
    since,
    params: [COLUMN],
    signature: (args) => ({ argTypes: [expectDouble(shown, args, 0)], returns: DoubleType, nullable: true }),
    ...(shown === name ? {} : { sql: ([a]: readonly string[]) => `${shown}(${a})` }),
    doc,
    examples,
    row: ([x]): Value => (domain === undefined || domain(x as number) ? of(x as number) : null),
    batch: ([v], n) => {
      if (v?.layout !== 'double') return undefined;
      const data = new Float64Array(n);
      for (let i = 0; i < n; i++) data[i] = of(v.data[i] as number);
      return domain === undefined ? doubleVector(data) : withinDomain(data, v.data, n, domain);
    },
  });
}

function withinDomain(data: Float64Array, x: Float64Array, n: number, domain: (x: number) => boolean): Vector {
  const validity = new Uint8Array(n);
  for (let i = 0; i < n; i++) validity[i] = domain(x[i] as number) ? 1 : 0;
  return { layout: 'double', type: DoubleType, length: n, validity, data };
}

export interface BinaryInit {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly shown?: string;
  readonly since: string;
  readonly params: readonly [string, string];
  readonly doc: string;
  readonly examples: ScalarFunction['examples'];
  readonly of: (x: number, y: number) => number;
}

/** A function of two doubles. */
export function binary(init: BinaryInit): ScalarFunction {
  const { name, shown = name, since, doc, examples, of } = init;
  return scalarFunction({
    name,
    family,
    since,
    params: init.params.map((p, i) => ({ name: `expr${i + 1}`, pythonName: p, accepts: ['double'] })),
    signature: (args) => ({ argTypes: [expectDouble(shown, args, 0), expectDouble(shown, args, 1)], returns: DoubleType }),
    ...(shown === name ? {} : { sql: ([a, b]: readonly string[]) => `${shown}(${a}, ${b})` }),
    doc,
    examples,
    row: ([x, y]) => of(x as number, y as number),
    batch: ([a, b], n) => {
      if (a?.layout !== 'double' || b?.layout !== 'double') return undefined;
      const data = new Float64Array(n);
      for (let i = 0; i < n; i++) data[i] = of(a.data[i] as number, b.data[i] as number);
      return doubleVector(data);
    },
  });
}
