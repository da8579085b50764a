/** Micro-batches: what arrived, the watermark, what was emitted, what was dropped as late, what state is kept. */
import { DataTable } from '../components/DataTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { countText, pluralText } from '../format/quantities.ts';
import { timestampText } from '../format/values.ts';
import type { MicroBatch, RunState } from '../state/run-state.ts';

export function StreamPanel({ run }: { readonly run: RunState }) {
  if (run.microBatches.length === 0) {
    return <EmptyState title="No micro-batch yet">A streaming query shows here, batch by batch, what arrived and what came of it.</EmptyState>;
  }
  return (
    <div className="stack">
      {byQuery(run.microBatches).map(([key, batches]) => (
        <Query key={key} batches={batches} />
      ))}
    </div>
  );
}

function byQuery(batches: readonly MicroBatch[]): [key: string, batches: MicroBatch[]][] {
  const queries = new Map<string, MicroBatch[]>();
  for (const batch of batches) {
    const key = `${batch.caseId ?? ''}/${batch.event.queryId}`;
    queries.set(key, [...(queries.get(key) ?? []), batch]);
  }
  return [...queries];
}

function Query({ batches }: { readonly batches: readonly MicroBatch[] }) {
  const first = batches[0]?.event;
  if (first === undefined) return null;
  const name = first.queryName ?? `${first.sink} query`;
  return (
    <div className="stream-query">
      <h2 className="case-title">
        {name} <span className="faint">to {first.sink} · {first.outputMode} mode</span>
      </h2>
      <ol className="batches">
        {batches.map((batch) => (
          <Batch key={batch.event.batchId} event={batch.event} />
        ))}
      </ol>
    </div>
  );
}

function Batch({ event }: { readonly event: MicroBatch['event'] }) {
  const { arrived, emitted, rowsDroppedByWatermark, stateRows, watermarkMicros } = event;
  return (
    <li className="batch">
      <details>
        <summary>
          <span className="batch-id">Batch {event.batchId}</span>
          <span className="batch-fact">{countText(arrived.numRows)} arrived</span>
          <span className="batch-arrow" aria-hidden="true">
            →
          </span>
          <span className={emitted.numRows > 0 ? 'batch-fact strong' : 'batch-fact'}>{countText(emitted.numRows)} emitted</span>
          {rowsDroppedByWatermark > 0 && <span className="batch-fact late">{pluralText(rowsDroppedByWatermark, 'group')} dropped as late</span>}
          <span className="batch-end">
            {watermarkMicros !== null && <span className="batch-watermark">{watermarkText(watermarkMicros)}</span>}
            <span className="batch-state">{pluralText(stateRows, 'state row')}</span>
          </span>
        </summary>
        <div className="batch-tables">
          <div>
            <h3>Arrived</h3>
            <DataTable table={arrived} readsBinary caption={`Arrived in batch ${event.batchId}`} />
          </div>
          <div>
            <h3>Emitted</h3>
            <DataTable table={emitted} readsBinary caption={`Emitted by batch ${event.batchId}`} />
          </div>
        </div>
      </details>
    </li>
  );
}

/** Before any event has been seen the watermark stands at the epoch. */
function watermarkText(micros: number): string {
  return micros <= 0 ? 'no watermark yet' : `watermark ${timestampText(BigInt(Math.round(micros)))}`;
}
