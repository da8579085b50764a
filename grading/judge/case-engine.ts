/** The judge's own engine for one case: the inputs are registered under the names that plans use, and as views for the reference. */
import { decodeColumn } from '../../engine/index.ts';
import type { Batch, Engine, EngineEvent, PhysicalPlan, Relation, StructType, Vector } from '../../engine/index.ts';
import type { Case, Challenge, Part, TableInput, Values } from '../challenge.ts';
import { tableFromBatch, typeOf } from '../compare/index.ts';
import type { ResultTable } from '../compare/index.ts';
import { inputHash, tableJson } from '../prepare.ts';

export interface EngineSettings {
  readonly conf: Readonly<Record<string, string>>;
  readonly nowMicros: number;
  readonly onEvent?: (event: EngineEvent) => void;
}
/** Makes a fresh engine; nothing is shared between cases. */
export type MakeEngine = (settings: EngineSettings) => Engine;

export function tablesOf(c: Case): readonly TableInput[] {
  return c.inputs.flatMap((i) => (i.kind === 'table' ? [i] : []));
}

/** All parameters' values of a case. */
export function valuesOf(part: Part, c: Case): Values {
  const given = c.inputs.flatMap((i) => (i.kind === 'value' ? [[i.name, i.value] as const] : []));
  return { ...part.defaults, ...Object.fromEntries(given) };
}

/** The session in which submitted plans run. */
const SUBMISSION = 'submission';

export class CaseEngine {
  readonly engine: Engine;
  /** From which input a column in memory is. */
  private readonly owners = new Map<Vector, string>();

  /** `settings` hold for what was submitted alone: it runs in a session of its own. */
  constructor(challenge: Challenge, readonly c: Case, make: MakeEngine, nowMicros: number, readonly settings: Readonly<Record<string, string>> = {}) {
    this.engine = make({ conf: challenge.conf, nowMicros });
    for (const [key, value] of Object.entries(settings)) {
      this.engine.handle({ op: 'conf', action: 'set', key, value, sessionId: SUBMISSION });
    }
    for (const input of tablesOf(c)) {
      const hash = inputHash(c.id, input.name);
      this.register(hash, input, input.name);
      this.engine.handle({ op: 'createView', plan: { type: 'CachedLocalRelation', hash }, name: input.name, replace: true, isGlobal: false });
    }
  }

  /** Registers rows under a hash; `owner` is the parameter's name. */
  register(hash: string, input: TableInput, owner: string): void {
    const schema = typeOf(input.schema) as StructType;
    const json = tableJson(input);
    const columns = schema.fields.map((f, j) => decodeColumn(f.type, json.columns[j] ?? []));
    for (const v of columns) this.owners.set(v, owner);
    const batch: Batch = { length: json.numRows, columns };
    this.engine.registerBatch(hash, { schema, batch, ...(input.numPartitions === undefined ? {} : { numPartitions: input.numPartitions }) });
  }

  /** The rows of a submitted plan. */
  run(plan: Relation): ResultTable {
    const { schema, batch } = this.engine.run(plan, SUBMISSION);
    return tableFromBatch(schema, batch);
  }

  /** How a submitted plan is carried out. */
  physical(plan: Relation): PhysicalPlan {
    return this.engine.physical(plan, SUBMISSION);
  }

  /** A query of the challenge's own over the inputs' views. */
  query(sql: string): ResultTable {
    const { schema, batch } = this.engine.run({ type: 'SQL', query: sql });
    return tableFromBatch(schema, batch);
  }

  /** The inputs from which rows of a scan come. */
  ownersOf(plan: PhysicalPlan): readonly string[] {
    if (plan.op !== 'RDDScan' && plan.op !== 'LocalTableScan') return [];
    return plan.batch.columns.flatMap((v) => this.owners.get(v) ?? []);
  }
}
