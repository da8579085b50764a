/** Carries out SQL scripts, statement by statement; the rows of the last query are the script's. */
import { cellReader } from '../../columnar/index.ts';
import { analysisError, SparkError } from '../../core/index.ts';
import type { LocalRelation, Relation, SqlRelation, TypeJson, WireValue } from '../../plan/index.ts';
import type { Compound, Handler, HandledCondition, Piece, ScriptStatement } from '../../sql/index.ts';
import { encodeWire, quoteIdentifier, typeToJson } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import { ScriptScope } from '../script-scopes.ts';
import { schemaOf } from '../query-execution.ts';
import type { RequestContext } from '../requests/context.ts';
import { NOTHING } from './result.ts';
import type { StatementOf } from './statement-of.ts';
import { evaluatedDefault } from './variables.ts';

type Run = (context: RequestContext, plan: Relation) => Relation;
type Arguments = Pick<SqlRelation, 'namedArguments' | 'posArguments'>;

/** How a statement ended: on to the next, or out to a label. */
type Outcome = { readonly kind: 'next' } | { readonly kind: 'leave' | 'iterate'; readonly label: string } | { readonly kind: 'exit'; readonly compound: Compound };
const NEXT: Outcome = { kind: 'next' };

/** Runs a script in the session; `args` are the values of its parameters. */
export function runScript(context: RequestContext, s: StatementOf<'script'>, args: Arguments, run: Run): Relation {
  const { session } = context;
  if (session.conf.lookup(CONTINUES) !== 'true' && handlesOn(s.body)) {
    throw analysisError('UNSUPPORTED_FEATURE.CONTINUE_EXCEPTION_HANDLER', '0A000', {}, `CONTINUE handlers need ${CONTINUES} to be true.`);
  }
  const before = session.script;
  const runner = new ScriptRunner(context, args, run);
  try {
    runner.compound(s.body, undefined);
    return runner.result;
  } finally {
    session.script = before;
  }
}

const CONTINUES = 'spark.sql.scripting.continueHandlerEnabled';

/** Whether a handler somewhere inside goes on behind what failed. */
function handlesOn(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ((node as { readonly type?: unknown }).type === 'CONTINUE') return true;
  return Object.values(node).some(handlesOn);
}

/** The compounds around a statement, with what they handle. */
interface Around {
  readonly compound: Compound;
  readonly scope: ScriptScope;
  readonly outer: Around | undefined;
}

class ScriptRunner {
  result: Relation = NOTHING;
  private madeUp = 0;

  constructor(
    private readonly context: RequestContext,
    private readonly args: Arguments,
    private readonly run: Run,
  ) {}

  private open(label: string | undefined): ScriptScope {
    const { session } = this.context;
    const scope = new ScriptScope(label?.toLowerCase() ?? `${this.madeUp++}`, session.script);
    session.script = scope;
    return scope;
  }

  compound(c: Compound, outer: Around | undefined): Outcome {
    const scope = this.open(c.label);
    try {
      const outcome = this.body(c.body, { compound: c, scope, outer });
      if (outcome.kind === 'exit' && outcome.compound === c) return NEXT;
      return outcome.kind === 'leave' && outcome.label.toLowerCase() === c.label?.toLowerCase() ? NEXT : outcome;
    } finally {
      this.context.session.script = scope.outer;
    }
  }

  private body(list: readonly ScriptStatement[], around: Around): Outcome {
    for (const s of list) {
      const outcome = this.guarded(s, around);
      if (outcome.kind !== 'next') return outcome;
    }
    return NEXT;
  }

  /** A statement; what it raises goes to the nearest handler. */
  private guarded(s: ScriptStatement, around: Around): Outcome {
    try {
      return this.one(s, around);
    } catch (error) {
      if (!(error instanceof SparkError)) throw error;
      for (let at: Around | undefined = around; at !== undefined; at = at.outer) {
        const handler = handlerOf(at.compound, error);
        if (handler !== undefined) return this.handle(handler, at);
      }
      throw error;
    }
  }

  /** The handler runs among the variables of its own compound, and errors in it go further out. */
  private handle(handler: Handler, at: Around): Outcome {
    const { session } = this.context;
    const before = session.script;
    session.script = at.scope;
    const outside: Around = { compound: { ...at.compound, handlers: [] }, scope: at.scope, outer: at.outer };
    const outcome = this.guarded(handler.body, outside);
    session.script = before;
    if (outcome.kind !== 'next') return outcome;
    return handler.type === 'EXIT' ? { kind: 'exit', compound: at.compound } : NEXT;
  }

  private one(s: ScriptStatement, around: Around): Outcome {
    switch (s.kind) {
      case 'compound':
        return this.compound(s, around);
      case 'sql':
        this.statement(s.text);
        return NEXT;
      case 'set':
        this.statement(s.text.replace(/^\s*SET\s+(?:VARIABLE\s+|VAR\s+)?/i, 'SET VARIABLE '));
        return NEXT;
      case 'declare':
        this.declare(s, around.scope);
        return NEXT;
      case 'if':
        return this.branch(s, (condition) => this.holds(condition), around);
      case 'case':
        return this.cases(s, around);
      case 'leave':
      case 'iterate':
        return s;
      case 'for':
        return this.each(s, around);
      default:
        return this.repeat(s, around);
    }
  }

  private statement(query: string): void {
    const relation = this.run(this.context, { type: 'SQL', query, ...this.args });
    const rows = relation.type === 'LocalRelation' ? relation : this.rowsOf(relation);
    if (relation.type !== 'LocalRelation' || rows.rows.length > 0 || hasColumns(rows)) this.result = rows;
  }

  /** A query's rows, read at once. */
  private rowsOf(relation: Relation): LocalRelation {
    const analyzed = this.context.analyzed(relation);
    const { batch } = this.context.queries.run(analyzed);
    const schema = schemaOf(analyzed);
    const readers = batch.columns.map((c) => cellReader(c));
    const rows = Array.from({ length: batch.length }, (_, i) => readers.map((read, j): WireValue => encodeWire(schema.fields[j]?.type ?? { kind: 'null' }, read(i))));
    return { type: 'LocalRelation', schema: typeToJson(schema) as TypeJson, rows, isCommandResult: true };
  }

  private declare(s: Extract<ScriptStatement, { readonly kind: 'declare' }>, scope: ScriptScope): void {
    const { session } = this.context;
    const value = s.value ?? { expression: { type: 'Literal' as const, dataType: 'void', value: null }, text: 'null' };
    const names = s.names.map((n) => n.toLowerCase());
    const shownName = (name: string): string => [scope.label, name].map(quoteIdentifier).join('.');
    if (s.replace) throw analysisError('INVALID_VARIABLE_DECLARATION.REPLACE_LOCAL_VARIABLE', '42K0M', { varName: quoteIdentifier(names[0] ?? '') }, 'OR REPLACE is for variables of the session, not for those of a script.');
    const twice = names.find((n, i) => names.indexOf(n) !== i);
    if (twice !== undefined) throw analysisError('DUPLICATE_VARIABLE_NAME_INSIDE_DECLARE', '42734', { variableName: shownName(twice) }, `DECLARE names the variable ${twice} twice.`);
    for (const name of names) {
      const shown = shownName(name);
      if (scope.variables.has(name)) {
        throw analysisError('VARIABLE_ALREADY_EXISTS', '42723', { variableName: shown }, `The block declares the variable ${name} twice.`);
      }
      const evaluated = evaluatedDefault(this.context, value, s.type, shown, value.expression.origin ?? {});
      scope.variables.set(name, { name: `${scope.label}.${name}`, ...evaluated, defaultValue: value });
    }
    session.script = scope;
  }

  /** The one value of an expression; null where a subquery gives no row. */
  private value(condition: Piece): Value {
    const analyzed = this.context.analyzed({ type: 'SQL', query: `SELECT ${condition.text}`, ...this.args });
    const [column] = this.context.queries.run(analyzed).batch.columns;
    if (analyzed.output[0]?.type.kind !== 'boolean') {
      throw analysisError('INVALID_BOOLEAN_STATEMENT', '22546', { invalidStatement: condition.text.toUpperCase() }, `${condition.text} is no condition.`);
    }
    return column === undefined ? null : cellReader(column)(0);
  }

  private holds(condition: Piece): boolean {
    return this.value(condition) === true;
  }

  private branch(s: Extract<ScriptStatement, { readonly kind: 'if' | 'case' }>, holds: (condition: Piece) => boolean, around: Around): Outcome {
    const found = s.branches.find((b) => holds(b.condition));
    return this.body(found?.body ?? s.otherwise ?? [], around);
  }

  private cases(s: Extract<ScriptStatement, { readonly kind: 'case' }>, around: Around): Outcome {
    const { subject } = s;
    const test = subject === undefined ? (c: Piece) => this.holds(c) : (c: Piece) => this.holds({ text: `(${subject.text}) = (${c.text})` });
    return this.branch(s, test, around);
  }

  /** One round of a loop; undefined: go on with the next. */
  private round(s: { readonly label?: string; readonly body: readonly ScriptStatement[] }, around: Around): Outcome | undefined {
    const outcome = this.body(s.body, around);
    if (outcome.kind === 'next') return undefined;
    const isOwn = outcome.kind !== 'exit' && s.label !== undefined && outcome.label.toLowerCase() === s.label.toLowerCase();
    if (!isOwn) return outcome;
    return outcome.kind === 'iterate' ? undefined : NEXT;
  }

  private repeat(s: Extract<ScriptStatement, { readonly kind: 'while' | 'repeat' | 'loop' }>, around: Around): Outcome {
    for (;;) {
      if (s.kind === 'while' && !this.holds(s.condition)) return NEXT;
      const outcome = this.round(s, around);
      if (outcome !== undefined) return outcome;
      if (s.kind === 'repeat' && this.holds(s.condition)) return NEXT;
    }
  }

  /** A round for each row, whose columns are variables. */
  private each(s: Extract<ScriptStatement, { readonly kind: 'for' }>, around: Around): Outcome {
    const analyzed = this.context.analyzed({ type: 'SQL', query: s.query.text, ...this.args });
    const { batch } = this.context.queries.run(analyzed);
    const readers = batch.columns.map((c) => cellReader(c));
    const { session } = this.context;
    for (let i = 0; i < batch.length; i++) {
      const scope = this.open(s.variable);
      analyzed.output.forEach((a, j) => {
        const value = readers[j]?.(i) ?? null;
        scope.variables.set(a.name.toLowerCase(), { name: `${scope.label}.${a.name}`, type: a.type, value, defaultValue: { expression: { type: 'Literal', dataType: 'void', value: null }, text: 'null' } });
      });
      const outcome = this.round(s, { ...around, scope });
      session.script = scope.outer;
      if (outcome !== undefined) return outcome;
    }
    return NEXT;
  }
}

function hasColumns(r: LocalRelation): boolean {
  const fields = typeof r.schema === 'object' ? (r.schema as { readonly fields?: readonly unknown[] }).fields : undefined;
  return (fields?.length ?? 0) > 0;
}

/** The handler of a compound that takes the error, the most particular first. */
function handlerOf(c: Compound, error: SparkError): Handler | undefined {
  const state = error.sqlState ?? '';
  const name = error.condition?.toUpperCase() ?? '';
  const tests: readonly ((h: HandledCondition) => boolean)[] = [
    (h) => h.kind === 'name' && (h.value === name || h.value === name.split('.')[0]),
    (h) => h.kind === 'sqlState' && h.value === state,
    (h) => (h.kind === 'notFound' ? state.startsWith('02') : h.kind === 'exception' && !['00', '01', '02'].includes(state.slice(0, 2))),
  ];
  for (const test of tests) {
    const found = c.handlers.find((h) => h.conditions.some(test));
    if (found !== undefined) return found;
  }
  return undefined;
}
