/** Relational steps: each adds one DataFrame of earlier ones, or gives undefined where it finds nothing to do. */
import type { Expr, ListItem } from '../program.ts';
import { isAtomic, isOrderable } from './expressions.ts';
import { nameOf, raw, render } from './frames.ts';
import type { Frame, Frames } from './frames.ts';

export type StepMaker = (frames: Frames, frame: Frame) => Frame | undefined;

const list = (items: readonly ListItem[], least = 1) => ({ list: items, least });
const on = (frame: Frame) => ({ frame: frame.name });
const expr = (e: Expr, before = 'F.expr(', after = ')'): ListItem => ({ expr: e, before, after });
const isDefined = <T>(x: T | undefined): x is T => x !== undefined;

const project: StepMaker = (frames, frame) => {
  const { random } = frames;
  const expressions = frames.expressions(frame);
  const made = random.some(expressions.grow(random.between(3, 8)), random.between(1, 5));
  const kept = random.some(frame.columns, random.between(0, 4));
  const named = made.map((e) => ({ e, name: frames.freshColumn() }));
  const inexact = new Set([...frames.inexactOf(frame), ...named.filter((n) => n.e.inexact).map((n) => n.name)]);
  const items = [...kept.map((c) => frames.item(c)), ...named.map((n) => frames.item(n.e, n.name))];
  if (items.length === 0) return undefined;
  return frames.add([on(frame), random.chance(85) ? '.selectExpr(' : '.selectExpr(', list(items), ')'], inexact);
};

const withColumns: StepMaker = (frames, frame) => {
  const { random } = frames;
  const e = frames.attempt(() => frames.expressions(frame).grow(3).at(-1));
  if (e === undefined) return undefined;
  const name = random.chance(70) || frame.columns.length === 0 ? frames.freshColumn() : nameOf(random.pick(frame.columns));
  const inexact = frames.inexactOf(frame);
  if (e.inexact) inexact.add(name);
  else inexact.delete(name);
  return frames.add([on(frame), `.withColumn("${name}", `, list([expr(e)]), ')'], inexact);
};

const filter: StepMaker = (frames, frame) => {
  const expressions = frames.expressions(frame);
  if (frames.random.chance(40)) expressions.grow(3);
  const condition = expressions.condition();
  if (condition === undefined) return undefined;
  return frames.add([on(frame), '.filter(', list([expr(condition, '', '')]), ')'], frames.inexactOf(frame));
};

const JOIN_TYPES = ['inner', 'left', 'right', 'full', 'left_semi', 'left_anti', 'cross'] as const;

/** Of two frames under the names l and r; all columns come out under new names. */
const join: StepMaker = (frames, frame) => {
  const { random } = frames;
  const other = random.pick(frames.frames);
  const how = random.pick(JOIN_TYPES);
  const semi = how === 'left_semi' || how === 'left_anti';
  const qualified = (f: Frame, q: string): Expr[] => f.columns.map((c) => ({ ...c, parts: [`${q}.${nameOf(c)}`] }));
  const [left, right] = [qualified(frame, 'l'), qualified(other, 'r')];
  const condition = how === 'cross' ? undefined : joinCondition(frames, left, right);
  if (how !== 'cross' && condition === undefined) return undefined;
  const kept = random.some(semi ? left : [...left, ...right], 9);
  const named = kept.map((c) => ({ c, name: frames.freshColumn() }));
  const inexact = new Set(named.filter((n) => n.c.inexact).map((n) => n.name));
  const joined = [on(frame), '.alias("l").join(', on(other), '.alias("r")'];
  const tail = how === 'cross' ? [').selectExpr('] : [', ', list([expr(condition as Expr)]), `, "${how}").selectExpr(`];
  const first = how === 'cross' ? [on(frame), '.alias("l").crossJoin(', on(other), '.alias("r")'] : joined;
  return frames.add([...first, ...tail, list(named.map((n) => frames.item(n.c, n.name))), ')'], inexact);
};

/** Mostly equalities of columns whose types are alike. */
function joinCondition(frames: Frames, left: readonly Expr[], right: readonly Expr[]): Expr | undefined {
  const { random } = frames;
  const usable = (c: Expr): boolean => isOrderable(c.type) && !c.inexact;
  const pairs = left.filter(usable).flatMap((l) => right.filter((r) => usable(r) && r.type.kind === l.type.kind).map((r) => [l, r] as const));
  if (pairs.length === 0) return undefined;
  const parts = Array.from({ length: random.weighted([[75, 1], [25, 2]]) }, () => {
    const [l, r] = random.pick(pairs);
    return `${nameOf(l)} ${random.weighted([[70, '='], [12, '<=>'], [10, '<'], [8, '>=']])} ${nameOf(r)}`;
  });
  if (random.chance(20)) parts.push(`${nameOf(random.pick(random.chance(50) ? left : right))} IS NOT NULL`);
  return raw(parts.join(random.chance(85) ? ' AND ' : ' OR '));
}

const joinUsing: StepMaker = (frames, frame) => {
  const { random } = frames;
  const other = random.pick(frames.frames);
  const keys = frame.columns.filter((c) => isOrderable(c.type) && !c.inexact && other.columns.some((o) => nameOf(o) === nameOf(c) && o.type.kind === c.type.kind && !o.inexact));
  if (keys.length === 0 || other === frame) return undefined;
  const using = random.some(keys, random.between(1, 2)).map((c) => `"${nameOf(c)}"`);
  return frames.add([on(frame), '.join(', on(other), `, [${using.join(', ')}], "${random.pick(JOIN_TYPES.filter((t) => t !== 'cross'))}")`], frames.inexactOf(frame, other));
};

const aggregate: StepMaker = (frames, frame) => {
  const { random } = frames;
  const expressions = frames.expressions(frame);
  expressions.grow(random.between(0, 4));
  const keys = groupKeys(frames, frame, expressions.grow(random.chance(25) ? 2 : 0));
  const calls = Array.from({ length: random.between(1, 4) }, () => frames.attempt(() => expressions.aggregate())).filter(isDefined);
  if (calls.length === 0) return undefined;
  const named = calls.map((e) => ({ e, name: frames.freshColumn() }));
  const inexact = new Set(named.filter((n) => n.e.inexact).map((n) => n.name));
  const aggs = list(named.map((n) => expr(n.e, 'F.expr(', `).alias("${n.name}")`)));
  const how = random.weighted([[80, 'groupBy'], [10, 'rollup'], [10, 'cube']]);
  return frames.add([on(frame), `.${how}(`, list(keys, 0), ').agg(', aggs, ')'], inexact);
};

function groupKeys(frames: Frames, frame: Frame, more: readonly Expr[]): ListItem[] {
  const { random } = frames;
  const usable = frame.columns.filter((c) => !c.inexact && isOrderable(c.type));
  const plain = random.some(usable, random.weighted([[20, 0], [45, 1], [35, 2]]));
  const made = more.filter((e) => isOrderable(e.type) && !e.inexact && isAtomic(e.type)).slice(0, 1);
  return [...plain.map((c) => expr(c, 'F.col(', ')')), ...made.map((e) => expr(e, 'F.expr(', `).alias("${frames.freshColumn()}")`))];
}

const pivot: StepMaker = (frames, frame) => {
  const { random } = frames;
  const keys = frame.columns.filter((c) => isOrderable(c.type) && !c.inexact);
  const pivoted = frame.columns.filter((c) => c.type.kind === 'string' || c.type.kind === 'integer' || c.type.kind === 'boolean');
  const values = frame.columns.filter((c) => c.type.kind === 'integer' || c.type.kind === 'long');
  if (keys.length === 0 || pivoted.length === 0 || values.length === 0) return undefined;
  const column = random.pick(pivoted);
  const chosen = column.type.kind === 'string' ? '["a", "b", "12"]' : column.type.kind === 'integer' ? '[1, 2, 3]' : '[True, False]';
  const call = random.pick(['count', 'max', 'min']);
  const value = raw(`${call}(${nameOf(random.pick(values))})`);
  return frames.add([on(frame), `.groupBy("${nameOf(random.pick(keys))}").pivot("${nameOf(column)}", ${chosen}).agg(`, list([expr(value)]), ')'], new Set());
};

const FRAMES = ['', '', '', ' ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW', ' ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING', ' ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING', ' ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING', ' ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING', ' RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW', ' RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING'];
const RANKS = ['row_number()', 'rank()', 'dense_rank()', 'percent_rank()', 'cume_dist()', 'ntile(3)'];

/** Over a total order, so that which row comes first is never open. */
const window: StepMaker = (frames, frame) => {
  const { random } = frames;
  const total = frames.totalOrder(frame.columns);
  if (total === undefined) return undefined;
  const expressions = frames.expressions(frame);
  const partition = random.chance(70) ? `PARTITION BY ${random.some(frame.columns.map(nameOf), random.between(1, 2)).join(', ')} ` : '';
  const first = random.pick(total);
  const rest = total.filter((c) => c !== first);
  const order = [`${first}${random.pick(['', ' DESC', ' NULLS LAST', ' DESC NULLS FIRST'])}`, ...rest].join(', ');
  const calls = Array.from({ length: random.between(1, 2) }, () => windowCall(frames, expressions, partition, order, nameOf(random.pick(frame.columns)))).filter(isDefined);
  if (calls.length === 0) return undefined;
  const named = calls.map((e) => ({ e, name: frames.freshColumn() }));
  const inexact = new Set([...frames.inexactOf(frame), ...named.filter((n) => n.e.inexact).map((n) => n.name)]);
  return frames.add([on(frame), '.selectExpr("*", ', list(named.map((n) => frames.item(n.e, n.name))), ')'], inexact);
};

function windowCall(frames: Frames, expressions: ReturnType<Frames['expressions']>, partition: string, order: string, column: string): Expr | undefined {
  const { random } = frames;
  if (random.chance(30)) return { ...raw(`${random.pick(RANKS)} OVER (${partition}ORDER BY ${order})`) };
  if (random.chance(35)) {
    const call = random.pick([`lag(${column})`, `lead(${column}, 2)`, `lag(${column}, 1, NULL)`, `lead(${column}) IGNORE NULLS`]);
    return raw(`${call} OVER (${partition}ORDER BY ${order})`);
  }
  if (random.chance(30)) {
    const call = random.pick([`first(${column})`, `last(${column})`, `nth_value(${column}, 2)`, `first_value(${column}) IGNORE NULLS`, `last(${column}, true)`, `collect_list(${column})`]);
    return raw(`${call} OVER (${partition}ORDER BY ${order}${random.pick(FRAMES)})`);
  }
  const call = frames.attempt(() => expressions.aggregate());
  if (call === undefined || /WITHIN|DISTINCT|FILTER/.test(render(call))) return undefined;
  const tail = random.chance(60) ? `ORDER BY ${order}${random.pick(FRAMES)}` : '';
  return { ...call, parts: [call, ` OVER (${partition}${tail})`] };
}

/** Of one frame with another that is cut and cast to fit. */
const setOperation: StepMaker = (frames, frame) => {
  const { random } = frames;
  const other = random.pick(frames.frames);
  const usable = (f: Frame): Expr[] => f.columns.filter((c) => isOrderable(c.type) && !c.inexact);
  const pairs = usable(frame).flatMap((l) => usable(other).filter((r) => r.type.kind === l.type.kind || (isNumber(l) && isNumber(r))).map((r) => [l, r] as const));
  if (pairs.length === 0) return undefined;
  const chosen = random.some(pairs, random.between(1, 3));
  const names = chosen.map(() => frames.freshColumn());
  const side = (i: 0 | 1) => list(chosen.map((p, k) => frames.item(p[i], names[k])));
  const call = random.pick(['union', 'unionAll', 'unionByName', 'intersect', 'intersectAll', 'subtract', 'exceptAll']);
  return frames.add([on(frame), '.selectExpr(', side(0), `).${call}(`, on(other), '.selectExpr(', side(1), '))'], new Set());
};
const isNumber = (c: Expr): boolean => ['byte', 'short', 'integer', 'long', 'float', 'double', 'decimal'].includes(c.type.kind);

const distinct: StepMaker = (frames, frame) => {
  if (frame.columns.some((c) => c.inexact || !isOrderable(c.type))) return undefined;
  return frames.add([on(frame), frames.random.pick(['.distinct()', '.dropDuplicates()'])], new Set());
};

const sorted: StepMaker = (frames, frame) => {
  const { random } = frames;
  const total = frames.totalOrder(frame.columns);
  // Columns that are not known would tie.
  if (total === undefined || frames.probe(frame).columns().length !== frame.columns.length) return undefined;
  const first = random.pick(total);
  const keys = [first, ...total.filter((c) => c !== first)].map((c) => expr(raw(c), 'F.expr(', `)${random.pick(['', '', '.desc()', '.asc_nulls_last()', '.desc_nulls_first()'])}`));
  const cut = random.pick(['', '.limit(3)', '.limit(1)', '.limit(0)', '.offset(2)', '.limit(5).offset(1)']);
  return frames.add([on(frame), '.orderBy(', list(keys, keys.length), `)${cut}`], frames.inexactOf(frame), { ordered: true });
};

const explode: StepMaker = (frames, frame) => {
  const { random } = frames;
  const expressions = frames.expressions(frame);
  expressions.grow(2);
  const value = expressions.of('arr') ?? expressions.of('map');
  if (value === undefined) return undefined;
  const kept = random.some(frame.columns, 3);
  const isMap = value.type.kind === 'map';
  const call = random.pick(['explode', 'explode_outer', 'posexplode', 'posexplode_outer']);
  const outputs = (call.startsWith('pos') ? 1 : 0) + (isMap ? 2 : 1);
  const names = Array.from({ length: outputs }, () => frames.freshColumn());
  const generated: Expr = { ...value, parts: [`${call}(`, value, `) as ${outputs === 1 ? names[0] : `(${names.join(', ')})`}`] };
  return frames.add([on(frame), '.selectExpr(', list([...kept.map((c) => frames.item(c)), { expr: generated, before: '', after: '' }]), ')'], frames.inexactOf(frame));
};

const missing: StepMaker = (frames, frame) => {
  const { random } = frames;
  const call = random.pick(['.fillna(0)', '.fillna("?")', '.fillna(1.5)', '.fillna(True)', '.dropna()', '.dropna("all")', '.dropna(thresh=2)', '.replace(1, 9)', '.replace("a", "z")', '.replace([1.0, 2.5], [0.5, 7.0])', '.replace({"a": None})']);
  return frames.add([on(frame), call], frames.inexactOf(frame));
};

const columns: StepMaker = (frames, frame) => {
  const { random } = frames;
  if (frame.columns.length < 2) return undefined;
  const name = nameOf(random.pick(frame.columns));
  const others = frame.columns.filter((c) => isNumber(c) && !c.inexact).map(nameOf);
  const call = random.pick([`.drop("${name}")`, `.withColumnRenamed("${name}", "${frames.freshColumn()}")`, '.repartition(3)', '.coalesce(1)', `.repartition(2, "${name}")`, '.alias("x")', '.hint("broadcast")', ...(others.length > 1 ? [`.selectExpr("${others[0]} as u", "${others[1]} as v").unpivot([], ["u", "v"], "k", "val")`] : [])]);
  return frames.add([on(frame), call], frames.inexactOf(frame));
};

/** Statistics are texts of floating numbers for doubles: only of what is exact. */
const summary: StepMaker = (frames, frame) => {
  const usable = frame.columns.filter((c) => ['integer', 'string', 'boolean', 'long', 'byte', 'short'].includes(c.type.kind) && !c.inexact).slice(0, 3);
  if (usable.length === 0) return undefined;
  return frames.add([on(frame), `.select(${usable.map((c) => `"${nameOf(c)}"`).join(', ')}).summary("count", "min", "max", "50%").withColumnRenamed("summary", "${frames.freshColumn()}")`], new Set());
};

export const STEPS: readonly (readonly [number, StepMaker])[] = [
  [20, project],
  [8, withColumns],
  [14, filter],
  [14, join],
  [3, joinUsing],
  [16, aggregate],
  [2, pivot],
  [11, window],
  [8, setOperation],
  [5, distinct],
  [9, sorted],
  [4, explode],
  [3, missing],
  [5, columns],
  [1, summary],
];
