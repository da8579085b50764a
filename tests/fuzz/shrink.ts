/** Makes a failing program smaller while it still fails in the same way. */
import { exprText } from './program.ts';
import type { Expr, ListItem, Piece, Program, Step } from './program.ts';

export type StillFails = (program: Program) => Promise<boolean>;

/** Tries smaller programs, the smallest first, until none fails or the budget of runs is spent. */
export async function shrink(program: Program, stillFails: StillFails, budget: number): Promise<Program> {
  let best = program;
  let left = budget;
  for (let again = true; again && left > 0; ) {
    again = false;
    for (const smaller of candidates(best)) {
      if (left-- <= 0) break;
      if (!(await stillFails(smaller))) continue;
      best = smaller;
      again = true;
      break;
    }
  }
  return best;
}

function* candidates(program: Program): Generator<Program> {
  yield* withoutConf(program);
  yield* withoutSteps(program);
  yield* withoutTables(program);
  yield* withLessInSteps(program);
  yield* withFewerRows(program);
}

function* withoutConf(program: Program): Generator<Program> {
  for (const key of Object.keys(program.conf)) {
    const { [key]: _, ...conf } = program.conf;
    yield { ...program, conf };
  }
}

const framesOf = (step: Step): string[] => step.pieces.flatMap((p) => (typeof p !== 'string' && 'frame' in p ? [p.frame] : []));

/** Each step in turn: all later ones left out, or what it works on in its place. */
function* withoutSteps(program: Program): Generator<Program> {
  const { steps } = program;
  for (let n = 1; n < steps.length; n++) yield { ...program, steps: steps.slice(0, n), ordered: false };
  for (let i = steps.length - 1; i >= 0; i--) {
    const { name } = steps[i] as Step;
    const rest = steps.filter((_, k) => k !== i);
    if (!rest.some((s) => framesOf(s).includes(name))) {
      if (i < steps.length - 1) yield { ...program, steps: rest };
      continue;
    }
    for (const input of new Set(framesOf(steps[i] as Step))) yield { ...program, steps: rest.map((s) => renamed(s, name, input)) };
  }
}
const renamed = (step: Step, from: string, to: string): Step => ({
  ...step,
  pieces: step.pieces.map((p) => (typeof p !== 'string' && 'frame' in p && p.frame === from ? { frame: to } : p)),
});

function* withoutTables(program: Program): Generator<Program> {
  const text = JSON.stringify(program.steps);
  const used = program.tables.filter((t) => new RegExp(`\\b${t.name}\\b`).test(text));
  if (used.length < program.tables.length) yield { ...program, tables: used };
}

function* withLessInSteps(program: Program): Generator<Program> {
  for (const [i, step] of program.steps.entries()) {
    for (const [k, piece] of step.pieces.entries()) {
      if (typeof piece === 'string' || 'frame' in piece) continue;
      for (const smaller of smallerLists(piece)) {
        const pieces = step.pieces.map((p, j) => (j === k ? smaller : p));
        yield { ...program, steps: program.steps.map((s, j) => (j === i ? { ...step, pieces } : s)) };
      }
    }
  }
}

type List = Extract<Piece, { readonly list: unknown }>;

function* smallerLists(piece: List): Generator<Piece> {
  const { list, least } = piece;
  const half = Math.ceil(list.length / 2);
  if (list.length > 3 && list.length - half >= least) {
    yield { ...piece, list: list.slice(0, half) };
    yield { ...piece, list: list.slice(half) };
  }
  if (list.length > least) for (let i = 0; i < list.length; i++) yield { ...piece, list: list.filter((_, k) => k !== i) };
  for (const [i, item] of list.entries()) {
    for (const smaller of smallerItems(item)) yield { ...piece, list: list.map((x, k) => (k === i ? smaller : x)) };
  }
}

function* smallerItems(item: ListItem): Generator<ListItem> {
  for (const expr of smallerExpressions(item.expr)) yield { ...item, expr };
}

const isExpr = (p: string | Expr): p is Expr => typeof p !== 'string';
const plain = (text: string, like: Expr): Expr => ({ ...like, parts: [text] });

/** An operand in the place of the whole, and constants in the place of operands; then the same further down. */
function* smallerExpressions(e: Expr): Generator<Expr> {
  const kids = e.parts.filter(isExpr);
  // `x as name`: the name stays.
  const named = kids.length === 1 && typeof e.parts[1] === 'string' && e.parts[1].startsWith(' as ');
  if (!named) yield* kids;
  for (const [i, part] of e.parts.entries()) {
    if (!isExpr(part)) continue;
    const put = (x: Expr): Expr => ({ ...e, parts: e.parts.map((p, k) => (k === i ? x : p)) });
    if (part.optional === true && exprText(part) !== '') yield put(plain('', part));
    if (!named && part.parts.some(isExpr)) {
      for (const simple of ['NULL', '1', "'a'"]) if (exprText(part).length > 5) yield put(plain(simple, part));
    }
    for (const smaller of smallerExpressions(part)) yield put(smaller);
  }
}

function* withFewerRows(program: Program): Generator<Program> {
  for (const [t, table] of program.tables.entries()) {
    const put = (rows: readonly (readonly string[])[]): Program => ({ ...program, tables: program.tables.map((x, k) => (k === t ? { ...x, rows } : x)) });
    const { rows } = table;
    if (rows.length > 3) {
      yield put(rows.slice(0, rows.length >> 1));
      yield put(rows.slice(rows.length >> 1));
    }
    if (rows.length > 0) for (let i = 0; i < rows.length; i++) yield put(rows.filter((_, k) => k !== i));
  }
  yield* withFewerColumns(program);
}

/** Columns that no line names, but for one. */
function* withFewerColumns(program: Program): Generator<Program> {
  const text = JSON.stringify(program.steps);
  for (const [t, table] of program.tables.entries()) {
    const kept = table.columns.map((c) => new RegExp(`\\b${c.name}\\b`).test(text));
    if (!kept.some(Boolean)) kept[0] = true;
    if (kept.every(Boolean)) continue;
    const columns = table.columns.filter((_, i) => kept[i]);
    const rows = table.rows.map((row) => row.filter((_, i) => kept[i]));
    yield { ...program, tables: program.tables.map((x, k) => (k === t ? { ...x, columns, rows } : x)) };
  }
}
