/** What a batch says of itself (`StreamingQueryProgress`). */
import { encodeColumn } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { typeToJson } from '../../types/index.ts';
import type { StructType } from '../../types/index.ts';
import type { BatchOutput } from './micro-batch.ts';
import type { Offset } from '../offsets.ts';
import type { StateMetrics } from '../stateful/operator.ts';
import type { EventTimeStats } from '../watermark.ts';

export interface BatchFacts {
  readonly id: string;
  readonly runId: string;
  readonly name: string | null;
  readonly batchId: number;
  readonly nowMicros: number;
  readonly sources: readonly { readonly description: string; readonly start: Offset; readonly end: Offset; readonly numInputRows: number }[];
  readonly sink: { readonly description: string; readonly numOutputRows: number };
  readonly stateOperators: readonly StateMetrics[];
  readonly eventTimes: readonly EventTimeStats[];
  /** Milliseconds; undefined in plans without a watermark. */
  readonly watermarkMillis: number | undefined;
  /** Milliseconds. */
  readonly durations: { readonly queryPlanning: number; readonly addBatch: number };
  readonly shufflePartitions: number;
  readonly observed: BatchOutput['observed'];
}

const MILLIS_PER_SECOND = 1000;

/** `2024-01-01T12:00:00.000Z`. */
export function isoMillis(millis: number): string {
  return new Date(Math.floor(millis)).toISOString();
}

/** The JSON of `lastProgress`; Spark's names. Rates are those of the machine, and no part of any result. */
export function progressJson(f: BatchFacts): Record<string, unknown> {
  const numInputRows = f.sources.reduce((sum, s) => sum + s.numInputRows, 0);
  const total = Math.max(1, Math.round(f.durations.addBatch + f.durations.queryPlanning));
  const rate = (rows: number): number => (rows * MILLIS_PER_SECOND) / total;
  return {
    id: f.id,
    runId: f.runId,
    name: f.name,
    timestamp: isoMillis(f.nowMicros / 1000),
    batchId: f.batchId,
    batchDuration: total,
    numInputRows,
    inputRowsPerSecond: rate(numInputRows),
    processedRowsPerSecond: rate(numInputRows),
    durationMs: {
      addBatch: Math.round(f.durations.addBatch),
      commitOffsets: 0,
      getBatch: 0,
      latestOffset: 0,
      queryPlanning: Math.round(f.durations.queryPlanning),
      triggerExecution: total,
      walCommit: 0,
    },
    eventTime: eventTimeJson(f),
    stateOperators: f.stateOperators.map((s) => stateJson(s, f.shufflePartitions)),
    sources: f.sources.map((s) => ({
      description: s.description,
      startOffset: f.batchId === 0 ? null : s.start,
      endOffset: s.end,
      latestOffset: s.end,
      numInputRows: s.numInputRows,
      inputRowsPerSecond: rate(s.numInputRows),
      processedRowsPerSecond: rate(s.numInputRows),
    })),
    sink: { description: f.sink.description, numOutputRows: f.sink.numOutputRows },
    observedMetrics: Object.fromEntries([...f.observed].map(([name, { schema, row }]) => [name, tableOf(schema, row)])),
  };
}

/** A table of one row, typed and by columns. */
function tableOf(schema: StructType, row: Batch): Record<string, unknown> {
  return { schema: typeToJson(schema), columns: row.columns.map(encodeColumn), numRows: row.length };
}

/** Figures of the first watermark with rows; without rows the watermark alone. */
function eventTimeJson(f: BatchFacts): Record<string, string> {
  if (f.watermarkMillis === undefined) return {};
  const watermark = isoMillis(f.watermarkMillis);
  const seen = f.eventTimes.find((s) => s.count > 0);
  if (seen === undefined) return { watermark };
  return { avg: isoMillis(seen.avgMillis), max: isoMillis(seen.maxMillis), min: isoMillis(seen.minMillis), watermark };
}

function stateJson(s: StateMetrics, shufflePartitions: number): Record<string, unknown> {
  return {
    operatorName: s.operatorName,
    numRowsTotal: s.numRowsTotal,
    numRowsUpdated: s.numRowsUpdated,
    allUpdatesTimeMs: 0,
    numRowsRemoved: s.numRowsRemoved,
    allRemovalsTimeMs: 0,
    commitTimeMs: 0,
    memoryUsedBytes: 0,
    numRowsDroppedByWatermark: s.numRowsDroppedByWatermark,
    numShufflePartitions: shufflePartitions,
    numStateStoreInstances: shufflePartitions,
  };
}
