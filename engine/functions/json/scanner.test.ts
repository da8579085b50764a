import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedEnvironment } from '../../core/index.ts';
import { toValues, vectorOf } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { parseSchema, StringType } from '../../types/index.ts';
import type { StructType, Value } from '../../types/index.ts';
import type { CallContext, ScalarFunction } from '../define.ts';
import { fromJson } from './from-json.ts';

function contextFor(ddl: string): CallContext {
  const schema: StructType = parseSchema(ddl);
  const info = { nullable: true, foldable: true, sql: 'x' };
  const { returns } = fromJson.signature([{ ...info, type: StringType }, { ...info, type: StringType, literal: ddl }], { ansi: true });
  expect(returns.kind).toBe(schema.kind);
  return {
    argTypes: [StringType, StringType],
    returnType: returns,
    literals: [undefined, ddl],
    ansi: true,
    sessionTimeZone: 'UTC',
    environment: fixedEnvironment(),
    partitionIndex: 0,
    conf: () => undefined,
  };
}

/** The column by the batch form, which scans, and by the row form, which parses. */
function both(texts: readonly Value[], ddl: string): { readonly scanned: Value[]; readonly parsed: Value[] } {
  const column = vectorOf(StringType, texts);
  const fn = fromJson as Required<ScalarFunction>;
  const schema = vectorOf(StringType, texts.map(() => ddl));
  const scanned = toValues(fn.batch([column, schema], texts.length, contextFor(ddl), column.validity) as Vector);
  const ctx = contextFor(ddl);
  return { scanned, parsed: texts.map((t) => (t === null ? null : fn.row([t, ddl], ctx))) };
}

const SCHEMA = 'user_id string, n bigint, i int, x double, ok boolean, at timestamp, d date';

const scalar = fc.oneof(
  fc.constantFrom('"a"', '"click"', '""', '"é"', '"\\n"', '"\\u0041"', '"x\ty"', '"\ud83d\ude00"', "'q'", '"2024-01-31"', '"2024-01-31T10:00:00Z"', '"10:00"'),
  fc.constantFrom('0', '-0', '1', '-7', '12', '2147483647', '2147483648', '-2147483648', '-2147483649', '9007199254740993', '9223372036854775807', '9223372036854775808', '01', '1.5', '-0.0', '0.1', '123456.789', '1e3', '1E-2', '1.', '.5', '-', '0.30000000000000004', '123456789012345', '1234567890123456'),
  fc.constantFrom('true', 'false', 'null', 'tru', 'nullx', 'NaN', 'Infinity', '{}', '[]', '[1]', '{"user_id":"in"}', ''),
);
const space = fc.constantFrom('', '', '', ' ', '\n', '\t ');
const name = fc.constantFrom('"user_id"', '"n"', '"i"', '"x"', '"ok"', '"at"', '"d"', '"other"', '"N"', 'n', "'n'", '"\\u006e"', '""');
const member = fc.tuple(space, name, space, fc.constantFrom(':', ':', ':', ':', ''), space, scalar, space).map((p) => p.join(''));
const object = fc
  .tuple(space, fc.array(member, { maxLength: 6 }), fc.constantFrom(',', ',', ',', ',,', ' '), fc.constantFrom('}', '}', '}', '', ',}', '} x', '}}'), space)
  .map(([before, members, comma, close, after]) => `${before}{${members.join(comma)}${close}${after}`);
const record = fc.oneof({ weight: 12, arbitrary: object }, { weight: 1, arbitrary: fc.constantFrom('', ' ', 'null', '[]', '[{"n":1}]', '"x"', '1', 'bad') });

describe('the scanner of from_json', () => {
  it('gives what the general parser gives', () => {
    fc.assert(
      fc.property(fc.array(fc.option(record), { minLength: 1, maxLength: 12 }), (texts) => {
        const { scanned, parsed } = both(texts, SCHEMA);
        expect(scanned).toEqual(parsed);
      }),
      { numRuns: 800 },
    );
  });

  it('gives the same where texts repeat, and for types that it leaves to the parser', () => {
    const texts = ['{"n":1,"xs":[1,2]}', '{"n":2}', '{"n":1,"xs":[1,2]}', null, '{"n":2}', '{"n":2}', '{"n":1,"xs":[1,2]}'];
    for (const ddl of ['n bigint', 'n bigint, xs array<int>', 'n bigint, _corrupt_record string']) {
      const { scanned, parsed } = both(texts, ddl);
      expect(scanned).toEqual(parsed);
    }
  });

  it('keeps strings apart however many there are', () => {
    const texts = Array.from({ length: 40_000 }, (_, i) => `{"user_id":"user-${i % 30_000}","n":${i}}`);
    const { scanned, parsed } = both(texts, 'user_id string, n bigint');
    expect(scanned).toEqual(parsed);
  });
});
