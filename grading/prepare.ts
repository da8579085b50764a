/** From a challenge and a seed to the cases of one run. What is expected is not among them. */
import { parseSchema, typeToJson } from '../engine/index.ts';
import type { WireValue } from '../engine/index.ts';
import { metamorphicCases, streamVariants } from './cases/metamorphic.ts';
import { Random, seedFor } from './cases/random.ts';
import type { Case, Challenge, Input, Language, TableInput } from './challenge.ts';
import type { CaseArgument, CaseInput, PreparedRun, TableJsonMutable } from './submission.ts';

export type RunMode = 'run' | 'submit';

/** What the judge keeps of a run: the cases with their kinds and titles. `run` is what goes to the user realm. */
export interface Prepared {
  readonly challenge: Challenge;
  readonly mode: RunMode;
  readonly language: Language;
  readonly seed: number;
  readonly cases: readonly Case[];
  readonly run: PreparedRun;
}

/** Seed of generated cases where nobody gave one: everybody gets the same cases. */
export const DEFAULT_SEED = 20_260_101;

/** Virtual now of all runs: 2026-01-01 00:00 UTC. */
export const RUN_NOW_MICROS = 1_767_225_600_000_000;

/** Rows turned into columns, with the schema in Spark's JSON form. */
export function tableJson(input: TableInput): TableJsonMutable {
  const schema = parseSchema(input.schema);
  const columns = schema.fields.map((_, j) => input.rows.map((row): WireValue => row[j] ?? null));
  return { schema: typeToJson(schema) as Record<string, unknown>, numRows: input.rows.length, columns };
}

/** The name under which an input is registered with an engine. */
export function inputHash(caseId: string, name: string): string {
  return `input-${caseId}-${name}`;
}

function argument(caseId: string, input: Input): CaseArgument {
  if (input.kind === 'value') return { kind: 'value', name: input.name, value: input.value };
  const partitions = input.numPartitions === undefined ? {} : { numPartitions: input.numPartitions };
  return { kind: 'table', name: input.name, hash: inputHash(caseId, input.name), table: tableJson(input), ...partitions };
}

function caseInput(challenge: Challenge, c: Case): CaseInput {
  return {
    caseId: c.id,
    ...(c.functionName === undefined ? {} : { functionName: c.functionName }),
    arguments: c.inputs.map((i) => argument(c.id, i)),
    conf: { ...challenge.conf },
    ...(c.stream === undefined ? {} : { stream: c.stream }),
  };
}

/** All cases of a submission: visible, edge, seeded, and variants of the first seeded one. */
export function casesFor(challenge: Challenge, mode: RunMode, seed: number): Case[] {
  if (mode === 'run') return challenge.cases.filter((c) => c.kind === 'visible');
  const seeded = challenge.seeded(new Random(seedFor(seed, challenge.id)));
  const [base] = seeded;
  if (base === undefined) return [...challenge.cases];
  const variants = base.stream === undefined ? metamorphicCases(base, challenge.idColumns, seedFor(seed, `${challenge.id}/variants`)) : streamVariants(base);
  return [...challenge.cases, ...seeded, ...variants];
}

/** The cases of a run, as the judge keeps them and as the user realm gets them. */
export function prepare(challenge: Challenge, mode: RunMode, language: Language, seed: number): Prepared {
  const cases = casesFor(challenge, mode, seed);
  const run: PreparedRun = {
    runId: `${challenge.id}-${mode}-${language}-${seed}`,
    functionName: challenge.parts[0].functionName,
    cases: cases.map((c) => caseInput(challenge, c)),
    seed,
    nowMicros: cases.find((c) => c.stream !== undefined)?.stream?.startMicros ?? RUN_NOW_MICROS,
  };
  return { challenge, mode, language, seed, cases, run };
}
