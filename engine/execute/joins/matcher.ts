/**
 * Joining batches of one side (the probe) with all rows of the other (the build). Matching pairs come in probe order, and
 * in build order within a probe row. A residual condition is asked of the pairs that the keys allow.
 */
import { giveBack, JoinTable, pick, rowsOnly, trueRows } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import { BooleanType } from '../../types/index.ts';
import type { TaskContext } from '../../plan/index.ts';
import type { PhysicalJoinType } from '../../physical/index.ts';
import type { Evaluator } from '../evaluate.ts';
import { tooManyRows } from '../subquery-rows.ts';

/** What becomes of probe rows; the build side's unmatched rows are the caller's (`BuildMatches`). */
export type ProbeKind = 'inner' | 'outer' | 'single' | 'semi' | 'anti' | 'existence';

/** A join as seen from the probe side. */
export function probeKind(joinType: PhysicalJoinType, probe: 'left' | 'right'): ProbeKind {
  switch (joinType) {
    case 'inner':
    case 'cross':
      return 'inner';
    case 'left_outer':
      return probe === 'left' ? 'outer' : 'inner';
    case 'right_outer':
      return probe === 'right' ? 'outer' : 'inner';
    case 'full_outer':
      return 'outer';
    case 'left_single':
      return 'single';
    case 'left_semi':
      return 'semi';
    case 'left_anti':
      return 'anti';
    case 'existence':
      return 'existence';
  }
}

/** Whether rows of the build side without a match are part of the result. */
export function keepsBuildRows(joinType: PhysicalJoinType, build: 'left' | 'right'): boolean {
  return joinType === 'full_outer' || joinType === (build === 'left' ? 'left_outer' : 'right_outer');
}

export interface Pairs {
  readonly probeRows: Int32Array;
  readonly buildRows: Int32Array;
}

/** The build side: its rows, and how to find those with a probe row's key. */
export interface BuildSideRows {
  readonly batch: Batch;
  readonly pairs: (probe: Batch, task: TaskContext) => Pairs;
  /** One build row for each probe row (-1: none), where keys are unique or any match will do. */
  readonly first?: (probe: Batch, task: TaskContext) => Int32Array;
  readonly unique: boolean;
}

export function hashedRows(build: Batch, buildKeys: readonly Vector[], probeKeys: readonly Evaluator[]): BuildSideRows {
  const table = new JoinTable(buildKeys.map((k) => k.type), buildKeys, build.length);
  const keys = (probe: Batch, task: TaskContext): Vector[] => probeKeys.map((f) => f(probe, task));
  return {
    batch: build,
    unique: table.unique,
    pairs: (probe, task) => table.probe(keys(probe, task), probe.length),
    first: (probe, task) => table.firstMatch(keys(probe, task), probe.length),
  };
}

export interface MatchOptions {
  readonly kind: ProbeKind;
  readonly probeSide: 'left' | 'right';
  /** Over the left columns followed by the right ones. */
  readonly condition: Evaluator | undefined;
  /** Marks build rows that found a match. */
  readonly matched: Uint8Array | undefined;
}

/** The result's rows for one probe batch; undefined for none. */
export function matchBatch(probe: Batch, build: BuildSideRows, options: MatchOptions, task: TaskContext): Batch | undefined {
  const { kind, condition, matched } = options;
  const oneRow = condition === undefined && build.first !== undefined && (build.unique || kind === 'semi' || kind === 'anti' || kind === 'existence');
  if (oneRow && matched === undefined) return fromFirst(probe, build, (build.first as NonNullable<typeof build.first>)(probe, task), options);
  const found = build.pairs(probe, task);
  const pairs = condition === undefined ? found : satisfying(probe, build.batch, found, options, task);
  if (matched !== undefined) for (let i = 0; i < pairs.buildRows.length; i++) matched[pairs.buildRows[i] as number] = 1;
  switch (kind) {
    case 'inner':
      return joinRows(probe, build.batch, pairs, options.probeSide);
    case 'single':
      refuseSeveral(pairs);
      return joinRows(probe, build.batch, withUnmatched(pairs, probe.length), options.probeSide);
    case 'outer':
      return joinRows(probe, build.batch, withUnmatched(pairs, probe.length), options.probeSide);
    default:
      return byMatch(probe, hits(pairs, probe.length), kind);
  }
}

/** Pairs come in probe order. Raises SCALAR_SUBQUERY_TOO_MANY_ROWS. */
function refuseSeveral({ probeRows }: Pairs): void {
  for (let i = 1; i < probeRows.length; i++) if (probeRows[i] === probeRows[i - 1]) throw tooManyRows();
}

function fromFirst(probe: Batch, build: BuildSideRows, first: Int32Array, options: MatchOptions): Batch | undefined {
  const { kind, probeSide } = options;
  if (kind === 'outer' || kind === 'single') return sideBySide(probe.columns, build.batch.columns.map((c) => pick(c, first)), probe.length, probeSide);
  if (kind === 'inner') {
    const kept = countPresent(first);
    if (kept === probe.length) {
      return sideBySide(probe.columns, build.batch.columns.map((c) => pick(c, first)), probe.length, probeSide);
    }
    const pairs = presentPairs(first, kept);
    giveBack(first);
    return joinRows(probe, build.batch, pairs, probeSide);
  }
  const hit = new Uint8Array(probe.length);
  for (let i = 0; i < hit.length; i++) hit[i] = (first[i] as number) >= 0 ? 1 : 0;
  giveBack(first);
  return byMatch(probe, hit, kind);
}

function countPresent(first: Int32Array): number {
  const n = first.length;
  let kept = 0;
  for (let i = 0; i < n; i++) if ((first[i] as number) >= 0) kept++;
  return kept;
}

/** The probe rows that have a match, and their build rows. */
function presentPairs(first: Int32Array, kept: number): Pairs {
  const n = first.length;
  const probeRows = new Int32Array(kept);
  const buildRows = new Int32Array(kept);
  for (let i = 0, k = 0; i < n; i++) {
    const row = first[i] as number;
    if (row < 0) continue;
    probeRows[k] = i;
    buildRows[k++] = row;
  }
  return { probeRows: rowsOnly(probeRows), buildRows: rowsOnly(buildRows) };
}

export function sideBySide(probe: readonly Vector[], build: readonly Vector[], length: number, probeSide: 'left' | 'right'): Batch {
  return { length, columns: probeSide === 'left' ? [...probe, ...build] : [...build, ...probe] };
}

export function joinRows(probe: Batch, build: Batch, pairs: Pairs, probeSide: 'left' | 'right'): Batch | undefined {
  const { probeRows, buildRows } = pairs;
  if (probeRows.length === 0) return undefined;
  return sideBySide(
    probe.columns.map((c) => pick(c, probeRows)),
    build.columns.map((c) => pick(c, buildRows)),
    probeRows.length,
    probeSide,
  );
}

function satisfying(probe: Batch, build: Batch, found: Pairs, options: MatchOptions, task: TaskContext): Pairs {
  const joined = joinRows(probe, build, found, options.probeSide);
  if (joined === undefined) return found;
  const rows = trueRows((options.condition as Evaluator)(joined, task));
  if (rows.length === joined.length) return found;
  const probeRows = new Int32Array(rows.length);
  const buildRows = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    probeRows[i] = found.probeRows[rows[i] as number] as number;
    buildRows[i] = found.buildRows[rows[i] as number] as number;
  }
  return { probeRows, buildRows };
}

function hits(pairs: Pairs, n: number): Uint8Array {
  const hit = new Uint8Array(n);
  for (let i = 0; i < pairs.probeRows.length; i++) hit[pairs.probeRows[i] as number] = 1;
  return hit;
}

/** Pairs with (row, -1) put where a probe row has none. */
function withUnmatched(pairs: Pairs, n: number): Pairs {
  const hit = hits(pairs, n);
  let missing = 0;
  for (let i = 0; i < n; i++) missing += 1 - (hit[i] as number);
  if (missing === 0) return pairs;
  const total = pairs.probeRows.length + missing;
  const probeRows = new Int32Array(total);
  const buildRows = new Int32Array(total);
  for (let i = 0, at = 0, k = 0; i < n; i++) {
    if (hit[i] === 0) {
      probeRows[k] = i;
      buildRows[k++] = -1;
    }
    while (at < pairs.probeRows.length && pairs.probeRows[at] === i) {
      probeRows[k] = i;
      buildRows[k++] = pairs.buildRows[at++] as number;
    }
  }
  return { probeRows, buildRows };
}

/** Probe rows by whether they have a match. */
function byMatch(probe: Batch, hit: Uint8Array, kind: ProbeKind): Batch | undefined {
  if (kind === 'existence') {
    const exists: Vector = { layout: 'bool', type: BooleanType, length: probe.length, validity: null, data: hit };
    return { length: probe.length, columns: [...probe.columns, exists] };
  }
  const wanted = kind === 'semi' ? 1 : 0;
  const rows = new Int32Array(probe.length);
  let k = 0;
  for (let i = 0; i < rows.length; i++) if (hit[i] === wanted) rows[k++] = i;
  if (k === 0) return undefined;
  if (k === probe.length) return probe;
  const kept = rows.subarray(0, k);
  return { length: k, columns: probe.columns.map((c) => pick(c, kept)) };
}

/** Build rows that no probe row matched, beside nulls. */
export function unmatchedBuildRows(build: Batch, matched: Uint8Array, nulls: (n: number) => readonly Vector[], probeSide: 'left' | 'right'): Batch | undefined {
  const rows = new Int32Array(build.length);
  let k = 0;
  for (let i = 0; i < rows.length; i++) if (matched[i] === 0) rows[k++] = i;
  if (k === 0) return undefined;
  const kept = rows.subarray(0, k);
  return sideBySide(nulls(k), build.columns.map((c) => pick(c, kept)), k, probeSide);
}
