/** Random programs. A program depends on its seed and its number alone. */
import { RandomQueries } from '../../../engine/optimize/testing/random-queries.ts';
import type { EngineSide } from '../engine-side.ts';
import { exprText, tableSources } from '../program.ts';
import type { Expr, Program, Table } from '../program.ts';
import { Random } from '../random.ts';
import type { Expressions } from './expressions.ts';
import { Frames, raw } from './frames.ts';
import type { Frame } from './frames.ts';
import { queryTables } from './query-tables.ts';
import { sqlProgram, sqlTables } from './sql/index.ts';
import { STEPS } from './steps.ts';
import { randomTables, wideTable } from './tables.ts';

/** Programs in a row that share their tables: making them takes Spark longer than a query. */
const PROGRAMS_A_WORLD = 25;
const MAX_STEPS = 5;
const WIDE_ITEMS = 25;
/** Of a hundred programs with an expression that fails, so many are that expression alone. */
const FAILING = 10;
const FAILING_AT_EDGES = 30;

export type Kind = 'plan' | 'wide' | 'query' | 'sql' | 'edges' | 'refused';
export const KINDS: readonly Kind[] = ['plan', 'wide', 'query', 'sql', 'edges', 'refused'];
/** Without those in which differences are known and open, and without the one that is made to find them. */
export const DEFAULT_KINDS: readonly Kind[] = KINDS.filter((k) => k !== 'sql' && k !== 'edges');

/** Half of the plans run with ANSI mode off: fewer errors, so more rows to compare. */
function randomConf(random: Random): Record<string, string> {
  const conf: Record<string, string> = {};
  if (random.chance(50)) conf['spark.sql.ansi.enabled'] = 'false';
  if (random.chance(25)) conf['spark.sql.session.timeZone'] = random.pick(['America/New_York', 'Asia/Kolkata', 'Europe/Paris', 'Australia/Sydney']);
  if (random.chance(15)) conf['spark.sql.autoBroadcastJoinThreshold'] = '-1';
  if (random.chance(5)) conf['spark.sql.caseSensitive'] = 'true';
  return conf;
}

export function generate(side: EngineSide, seed: number, number: number, kinds: readonly Kind[]): Program {
  const world = new Random(seed, Math.floor(number / PROGRAMS_A_WORLD), 1);
  const random = new Random(seed, number, 2);
  const kind = kinds.length === 1 ? (kinds[0] as Kind) : random.weighted(([[60, 'plan'], [13, 'wide'], [10, 'query'], [14, 'sql'], [13, 'edges'], [3, 'refused']] as const).filter(([, k]) => kinds.includes(k)));
  const conf = randomConf(random);
  switch (kind) {
    case 'query':
      return queryProgram(random, conf);
    case 'sql':
      return sqlProgram(sqlTables(world), random, conf);
    case 'edges':
      world.edges = true;
      random.edges = true;
      return wideProgram(side, false, [wideTable(world)], random, conf);
    case 'wide':
    case 'refused':
      return wideProgram(side, kind === 'refused', [wideTable(world)], random, conf);
    default:
      return planProgram(side, randomTables(3, world), random, conf);
  }
}

function tableFrames(tables: readonly Table[]): Frame[] {
  return tables.map((t) => ({
    name: t.name,
    ordered: false,
    columns: t.columns.map((c): Expr => ({ parts: [c.name], type: c.type, nullable: c.nullable, inexact: false })),
  }));
}

function planProgram(side: EngineSide, tables: readonly Table[], random: Random, conf: Program['conf']): Program {
  const empty = { tables, conf, steps: [], inexact: new Set<string>(), ordered: false };
  side.begin({ tables: tableSources(empty), conf });
  const frames = new Frames(random, side, tableFrames(tables));
  let frame = random.pick(frames.frames);
  const wanted = random.between(1, MAX_STEPS);
  for (let i = 0; i < wanted; i++) {
    const from = random.chance(90) ? frame : random.pick(frames.frames);
    frame = frames.attempt(() => random.weighted(STEPS)(frames, from)) ?? frame;
  }
  const last = frames.frames.at(-1) as Frame;
  const steps = frames.steps;
  return { tables, conf, steps, inexact: frames.inexactOf(...frames.frames), ordered: steps.length > 0 && last.ordered };
}

/** Many expressions over one table of all types, under the names that Spark gives them. */
function wideProgram(side: EngineSide, refused: boolean, tables: readonly Table[], random: Random, conf: Program['conf']): Program {
  const empty: Program = { tables, conf, steps: [], inexact: new Set(), ordered: false };
  side.begin({ tables: tableSources(empty), conf });
  const frames = new Frames(random, side, tableFrames(tables));
  const from = frames.frames[0] as Frame;
  const expressions: Expressions = frames.expressions(from);
  const grown = expressions.grow(refused ? 30 : random.edges ? 2 * WIDE_ITEMS : WIDE_ITEMS);
  if (refused) {
    const chosen = expressions.refused.length > 0 ? random.pick(expressions.refused) : raw('nope');
    return { ...empty, steps: [{ name: 'd0', pieces: [{ frame: from.name }, '.selectExpr(', { list: [{ expr: chosen, before: '', after: '' }], least: 1 }, ')'] }] };
  }
  const probe = frames.probe(from);
  // One error would hide all other columns.
  const failing = grown.filter((e) => !probe.computes(exprText(e)));
  const made = failing.length > 0 && random.chance(random.edges ? FAILING_AT_EDGES : FAILING) ? [failing[0] as Expr] : grown.filter((e) => !failing.includes(e));
  const names = made.map(() => (random.chance(50) ? frames.freshColumn() : undefined));
  const items = made.map((e, i) => frames.item(e, names[i]));
  const step = { name: 'd0', pieces: [{ frame: from.name }, '.selectExpr(', { list: items, least: 1 }, ')'] };
  const inexact = new Set(made.flatMap((e, i) => (e.inexact ? [names[i] ?? probe.nameOf(exprText(e)) ?? ''] : [])));
  return { ...empty, steps: [step], inexact };
}

/** SQL with subqueries over the tables of the optimizer's tests. */
function queryProgram(random: Random, conf: Program['conf']): Program {
  const query = new RandomQueries(random.below(2 ** 31)).query();
  const pieces = ['spark.sql(', { list: [{ expr: raw(query), before: '', after: '' }], least: 1 }, ')'];
  return { tables: queryTables(), conf, steps: [{ name: 'd0', pieces }], inexact: new Set(), ordered: false };
}
