/** The state of a program in the making: its DataFrames, each with what is known of its columns. */
import type { EngineSide, FrameProbe } from '../engine-side.ts';
import { pythonString } from '../program.ts';
import type { Expr, ListItem, Piece, Step } from '../program.ts';
import type { Random } from '../random.ts';
import { Expressions, isAtomic, isOrderable } from './expressions.ts';

export interface Frame {
  readonly name: string;
  readonly columns: readonly Expr[];
  /** In the order of a total sort. */
  readonly ordered: boolean;
}

const TRIES = 4;
/** Analysis of wide and deep plans takes its time. */
const MAX_COLUMNS = 14;

export const nameOf = (column: Expr): string => column.parts.join('');

export class Frames {
  readonly steps: Step[] = [];
  private names = 0;
  private columnNames = 0;

  constructor(
    readonly random: Random,
    private readonly side: EngineSide,
    readonly frames: Frame[],
  ) {}

  freshColumn(): string {
    return `c${this.columnNames++}`;
  }
  probe(frame: Frame): FrameProbe {
    return this.side.frame(frame.name);
  }
  expressions(frame: Frame): Expressions {
    const probe = this.probe(frame);
    return new Expressions(this.random, (text) => probe.typeOf(text), frame.columns);
  }

  /** `expr as name`, or as it stands. */
  item(expr: Expr, name?: string): ListItem {
    return { expr: name === undefined ? expr : { ...expr, parts: [expr, ` as ${name}`] }, before: '', after: '' };
  }

  /**
   * Runs a line that makes a DataFrame and keeps it. `inexact` names the columns whose last digits do not count. Lines
   * that the engine refuses are dropped, nearly all; so are most of those whose rows cannot be computed.
   */
  add(pieces: readonly Piece[], inexact: ReadonlySet<string>, options: { readonly ordered?: boolean; readonly mayFail?: boolean } = {}): Frame | undefined {
    const step: Step = { name: `d${this.names}`, pieces };
    const text = pieces.map((p) => (typeof p === 'string' ? p : 'frame' in p ? p.frame : p.list.map((i) => `${i.before}${pythonString(render(i.expr))}${i.after}`).join(', ')));
    const failed = this.side.step(`${step.name} = ${text.join('')}`);
    if (failed !== undefined) return undefined;
    const probe = this.side.frame(step.name);
    if (!probe.runs() && !(options.mayFail === true)) return undefined;
    this.names++;
    const found = probe.columns();
    const unique = found.filter((c, i) => found.findIndex((o) => o.name.toLowerCase() === c.name.toLowerCase()) === i && /^\w+$/.test(c.name));
    const columns = unique.slice(0, MAX_COLUMNS).map((c): Expr => ({ parts: [c.name], type: c.type, nullable: c.nullable, inexact: inexact.has(c.name) }));
    const frame = { name: step.name, columns, ordered: options.ordered === true };
    this.steps.push(step);
    this.frames.push(frame);
    return frame;
  }

  inexactOf(...frames: readonly Frame[]): Set<string> {
    return new Set(frames.flatMap((f) => f.columns.filter((c) => c.inexact).map(nameOf)));
  }

  /** A total order: rows that tie are equal in all columns. Undefined where a column has no order or is inexact. */
  totalOrder(columns: readonly Expr[]): string[] | undefined {
    if (columns.length === 0 || !columns.every((c) => isOrderable(c.type) && !c.inexact && (isAtomic(c.type) || !JSON.stringify(c.type).includes('float') && !JSON.stringify(c.type).includes('double')))) return undefined;
    // -0.0 and 0.0 tie, and are told apart by their texts.
    return columns.flatMap((c) => (c.type.kind === 'double' || c.type.kind === 'float' ? [nameOf(c), `cast(${nameOf(c)} as string)`] : [nameOf(c)]));
  }

  attempt<T>(make: () => T | undefined): T | undefined {
    for (let i = 0; i < TRIES; i++) {
      const made = make();
      if (made !== undefined) return made;
    }
    return undefined;
  }
}

export function render(e: Expr): string {
  return e.parts.map((p) => (typeof p === 'string' ? p : render(p))).join('');
}

/** Plain text as an expression that is not typed. */
export function raw(text: string): Expr {
  return { parts: [text], type: { kind: 'null' }, nullable: true, inexact: false };
}
