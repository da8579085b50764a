/** isnull, isnotnull, isnan. */
import { BooleanType, DoubleType, isNumeric, isString } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import { constantVector } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import type { ArgumentInfo, ParameterSpec, ScalarFunction } from '../define.ts';
import { scalarFunction, unexpectedInput } from '../typing.ts';
import { booleanVector } from '../operator/comparison-kernels.ts';
import { about } from '../operator/errors.ts';

const family = 'predicate';
const VALUE: ParameterSpec = { name: 'expr', pythonName: 'col', accepts: ['any'] };

function nullFlags(v: Vector, n: number, ofNull: 0 | 1): Vector {
  const { validity } = v;
  if (validity === null) return constantVector(BooleanType, ofNull === 0, n);
  const out = new Uint8Array(n);
  for (let i = 0; i < n; i++) out[i] = validity[i] === 0 ? ofNull : 1 - ofNull;
  return booleanVector(out);
}

function nullTest(name: 'isnull' | 'isnotnull', shown: string, doc: string, examples: ScalarFunction['examples']): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: name === 'isnull' ? '1.6.0' : '3.5.0',
    params: [VALUE],
    signature: (args) => ({ argTypes: [(args[0] as ArgumentInfo).type], returns: BooleanType, nullable: false }),
    sql: ([a]) => `(${a} ${shown})`,
    nulls: 'custom',
    doc,
    examples,
    row: ([x]) => (x === null) === (name === 'isnull'),
    batch: ([v], n) => nullFlags(v as Vector, n, name === 'isnull' ? 1 : 0),
  });
}

/** As `isnull` and `isnotnull` of a truth value. Those of constants that stay as they are show as they were written. */
function unknownTest(name: string, shown: string, ofNull: boolean): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '3.0.0',
    specialForm: true,
    sqlOnly: true,
    params: [{ ...VALUE, accepts: ['boolean'] }],
    becomes: (args) => {
      const { type, unchanged, written } = args[0] as ArgumentInfo;
      const shownAs = ofNull ? 'IS NULL' : 'IS NOT NULL';
      // Spark looks at the type of a constant alone: anything else is a test for NULL by then.
      if ((unchanged === true || written === true) && type.kind !== 'boolean' && type.kind !== 'null') throw about(`(${(args[0] as ArgumentInfo).sql} ${shownAs})`, unexpectedInput(name, args, 0, '"BOOLEAN"'));
      return unchanged === true ? undefined : { kind: 'call', name: ofNull ? 'isnull' : 'isnotnull', args: [0] };
    },
    signature: () => ({ argTypes: [BooleanType], returns: BooleanType, nullable: false }),
    sql: ([a]) => `(${a} ${shown})`,
    nulls: 'custom',
    doc: `Whether a truth value is ${ofNull ? '' : 'not '}NULL.`,
    examples: [[`true ${shown}`, String(!ofNull)]],
    row: ([x]) => (x === null) === ofNull,
  });
}

const isnan = scalarFunction({
  name: 'isnan',
  family,
  since: '1.5.0',
  params: [{ ...VALUE, accepts: ['double'] }],
  signature: (args) => {
    const { type } = args[0] as ArgumentInfo;
    if (!isNumeric(type) && !isString(type) && type.kind !== 'null') throw unexpectedInput('isnan', args, 0, '("DOUBLE" or "FLOAT")');
    return { argTypes: [type.kind === 'float' ? type : DoubleType], returns: BooleanType, nullable: false };
  },
  nulls: 'custom',
  doc: 'True if the value is NaN; false for NULL.',
  examples: [
    ["isnan(cast('NaN' as double))", 'true'],
    ['isnan(NULL)', 'false'],
  ],
  row: ([x]: readonly Value[]) => x !== null && Number.isNaN(x),
  batch: ([v], n) => {
    if (v?.layout !== 'double') return undefined;
    const { data, validity } = v;
    const out = new Uint8Array(n);
    for (let i = 0; i < n; i++) out[i] = data[i] !== data[i] && (validity === null || validity[i] === 1) ? 1 : 0;
    return booleanVector(out);
  },
});

export const nullTests: readonly ScalarFunction[] = [
  nullTest('isnull', 'IS NULL', 'True if the value is NULL.', [
    ['isnull(1)', 'false'],
    ['NULL IS NULL', 'true'],
  ]),
  nullTest('isnotnull', 'IS NOT NULL', 'True if the value is not NULL.', [
    ['isnotnull(1)', 'true'],
    ['NULL IS NOT NULL', 'false'],
  ]),
  unknownTest('IS UNKNOWN', 'IS UNKNOWN', true),
  unknownTest('IS NOT UNKNOWN', 'IS NOT UNKNOWN', false),
  isnan,
];
