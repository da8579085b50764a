/** Events of a program, handed to the page a few times a second: a program that prints without end must not keep it from drawing. */
import { parseEngineEvent } from './engine-events.ts';
import { useRun, withTexts } from './run-state.ts';
import type { ConsolePiece, Execution, MicroBatch, RunState } from './run-state.ts';
import type { RealmEvent } from '../../workers/protocol/run.ts';

const FLUSH_MS = 60;

export class EventBuffer {
  private texts: Pick<ConsolePiece, 'kind' | 'text'>[] = [];
  private executions: Execution[] = [];
  private microBatches: MicroBatch[] = [];
  private caseId: string | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  add(event: RealmEvent): void {
    switch (event.kind) {
      case 'stdout':
      case 'stderr':
        this.texts.push(event);
        break;
      case 'case':
        this.caseId = event.caseId;
        break;
      case 'engine':
        this.addEngineEvent(event.event);
        break;
      case 'need':
      case 'end':
        break;
    }
    this.timer ??= setTimeout(() => this.flush(), FLUSH_MS);
  }

  private addEngineEvent(data: unknown): void {
    const event = parseEngineEvent(data);
    if (event?.kind === 'execution') this.executions.push({ caseId: this.caseId, event });
    if (event?.kind === 'microBatch') this.microBatches.push({ caseId: this.caseId, event });
  }

  /** Shows what has gathered. */
  flush(): void {
    this.drop();
    const { texts, executions, microBatches } = this;
    if (texts.length + executions.length + microBatches.length === 0) return;
    [this.texts, this.executions, this.microBatches] = [[], [], []];
    useRun.setState((state: RunState) => ({
      ...withTexts(state, texts),
      executions: [...state.executions, ...executions],
      microBatches: [...state.microBatches, ...microBatches],
    }));
  }

  /** Shows nothing more. */
  drop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
