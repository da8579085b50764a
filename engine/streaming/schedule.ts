/** What a challenge's script lets arrive, and when, on the virtual clock. */
import type { KafkaBroker, NewRecord } from '../sources/index.ts';

export interface DeliveryScript {
  readonly topics: readonly { readonly name: string; readonly partitions: number }[];
  /** Each step comes so long after the one before; the first, after now. */
  readonly steps: readonly { readonly advanceMicros: number; readonly deliver: readonly NewRecord[] }[];
}

interface Delivery {
  readonly atMicros: number;
  readonly records: readonly NewRecord[];
}

export class DeliverySchedule {
  private waiting: Delivery[] = [];

  /** Adds a script that begins at `nowMicros`; its topics are there at once. */
  add(script: DeliveryScript, nowMicros: number, broker: KafkaBroker): void {
    for (const t of script.topics) broker.createTopic(t.name, t.partitions);
    let at = nowMicros;
    for (const step of script.steps) {
      at += step.advanceMicros;
      this.waiting.push({ atMicros: at, records: step.deliver });
    }
    this.waiting.sort((a, b) => a.atMicros - b.atMicros);
  }

  /** When the next delivery is due; undefined when nothing more will come. */
  get next(): number | undefined {
    return this.waiting[0]?.atMicros;
  }

  /** When the last delivery is due. */
  get last(): number | undefined {
    return this.waiting[this.waiting.length - 1]?.atMicros;
  }

  /** Hands over the next delivery if it is due. Gives whether it was. */
  deliverDue(nowMicros: number, broker: KafkaBroker): boolean {
    const first = this.waiting[0];
    if (first === undefined || first.atMicros > nowMicros) return false;
    this.waiting = this.waiting.slice(1);
    for (const record of first.records) broker.append(record);
    return true;
  }
}
