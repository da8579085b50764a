/** Texts of SQL as the user wrote them, by what they became: places are counted in the one and shown in the other, as Spark does. */
import { SparkError } from '../core/index.ts';
import type { QueryContext } from '../core/index.ts';

/** Texts that are remembered; of older ones errors show what they became. */
const TEXTS_COUNT = 1_000;

export class WrittenTexts {
  private readonly written = new Map<string, string>();

  add(became: string, written: string): void {
    const oldest = this.written.size >= TEXTS_COUNT ? this.written.keys().next() : undefined;
    if (oldest !== undefined && oldest.done !== true) this.written.delete(oldest.value);
    this.written.set(became, written);
  }

  /** The error with its places in the texts that were written; a place behind the end of one is none. */
  placed(error: SparkError): SparkError {
    const texts = error.context.map((c) => this.textOf(c));
    if (texts.every((t) => t === undefined)) return error;
    const context = error.context.flatMap((c, i): QueryContext[] => {
      const sqlText = texts[i];
      if (sqlText === undefined) return [c];
      return (c.stop ?? 0) > sqlText.length ? [] : [{ ...c, sqlText }];
    });
    const { errorClass, condition, sqlState, parameters, sentence } = error;
    return new SparkError({ errorClass, condition, sqlState, parameters, sentence, context });
  }

  private textOf({ sqlText }: QueryContext): string | undefined {
    return sqlText === undefined ? undefined : this.written.get(sqlText);
  }
}
