/** Reads SQL scripts: compound statements, variables, conditions and handlers, branches and loops. */
import { analysisError } from '../core/index.ts';
import type { SparkError } from '../core/index.ts';
import { parseError, placed } from './errors.ts';
import type { Parser } from './parser.ts';
import type { Compound, HandledCondition, Handler, Piece, Script, ScriptStatement } from './script.ts';
import { declareVariable, setVariable } from './variables.ts';

/** Reads one statement of SQL that is no script; it ends where its text does. */
export type ReadStatement = (p: Parser) => unknown;

type Labels = readonly { readonly label: string; readonly isLoop: boolean }[];

/** `BEGIN … END` as a whole text. */
export function script(p: Parser, statement: ReadStatement): Script {
  const body = new ScriptReader(p, statement).compound(undefined, []);
  p.accept(';');
  if (p.peek().kind !== 'end') p.fail();
  return { kind: 'script', body };
}

/** Whether the text is a script. */
export function startsScript(p: Parser): boolean {
  return p.is('BEGIN') && p.peek(1).kind !== 'end';
}

const CURSOR_WORDS = ['CURSOR', 'ASENSITIVE', 'INSENSITIVE'];

/** Spark refuses cursors too, unless a setting of its own allows them. */
function refusedCursor(): SparkError {
  return analysisError('UNSUPPORTED_FEATURE.SQL_CURSOR', '0A000', {}, 'Cursors are not supported in scripts: go through the rows of a query with FOR … DO.');
}

const LOOPS = ['WHILE', 'REPEAT', 'LOOP', 'FOR'];

class ScriptReader {
  constructor(
    private readonly p: Parser,
    private readonly statement: ReadStatement,
  ) {}

  compound(label: string | undefined, labels: Labels): Compound {
    const { p } = this;
    p.expect('BEGIN');
    p.accept('NOT', 'ATOMIC');
    const inside = label === undefined ? labels : [...labels, { label, isLoop: false }];
    const conditions: Compound['conditions'][number][] = [];
    const handlers: Handler[] = [];
    const body: ScriptStatement[] = [];
    while (!this.atEnd()) {
      if (p.is('DECLARE') && p.isAny(CURSOR_WORDS, 2)) throw refusedCursor();
      if (p.is('DECLARE') && p.peek(2).upper === 'CONDITION') conditions.push(this.condition());
      else if (p.is('DECLARE') && p.isAny(['EXIT', 'CONTINUE'], 1) && p.peek(2).upper === 'HANDLER') handlers.push(this.handler(inside));
      else body.push(this.one(inside));
      p.expect(';');
    }
    p.expect('END');
    this.endLabel(label);
    this.checkDeclarations(body);
    return { kind: 'compound', ...(label === undefined ? {} : { label }), conditions, handlers, body };
  }

  private atEnd(): boolean {
    return this.p.is('END') && (this.p.peek(1).kind === 'end' || this.p.peek(1).upper === ';' || this.p.isIdentifier(1));
  }

  private condition(): { readonly name: string; readonly sqlState: string } {
    const { p } = this;
    p.expect('DECLARE');
    const name = p.identifier();
    p.expect('CONDITION');
    if (!p.accept('FOR')) return { name: name.toUpperCase(), sqlState: '45000' };
    p.expect('SQLSTATE');
    p.accept('VALUE');
    return { name: name.toUpperCase(), sqlState: p.string() };
  }

  private handler(labels: Labels): Handler {
    const { p } = this;
    p.expect('DECLARE');
    const type = p.next().upper as Handler['type'];
    p.expect('HANDLER', 'FOR');
    const conditions = p.commaList(() => this.handled());
    return { type, conditions, body: this.one(labels) };
  }

  private handled(): HandledCondition {
    const { p } = this;
    if (p.accept('SQLEXCEPTION')) return { kind: 'exception' };
    if (p.accept('NOT', 'FOUND')) return { kind: 'notFound' };
    if (p.is('SQLSTATE') && (p.peek(1).kind === 'string' || p.peek(1).upper === 'VALUE')) {
      p.next();
      p.accept('VALUE');
      return { kind: 'sqlState', value: p.string().toUpperCase() };
    }
    return { kind: 'name', value: p.multipartIdentifier().join('.').toUpperCase() };
  }

  /** The statements of a branch or a loop, up to one of these words. */
  private until(words: readonly string[], labels: Labels): ScriptStatement[] {
    const body: ScriptStatement[] = [];
    do {
      body.push(this.one(labels));
      this.p.expect(';');
    } while (!this.p.isAny(words));
    return body;
  }

  private one(labels: Labels): ScriptStatement {
    const { p } = this;
    const label = p.isIdentifier() && p.peek(1).upper === ':' && p.isAny(['BEGIN', ...LOOPS], 2) ? p.identifier() : undefined;
    if (label !== undefined) p.expect(':');
    if (p.is('BEGIN')) return this.compound(label, labels);
    if (p.isAny(LOOPS) && !(p.is('REPEAT', '(') || p.is('LOOP', '('))) return this.loop(label, labels);
    switch (p.peek().upper) {
      case 'IF':
        return this.branches(labels);
      case 'CASE':
        return this.cases(labels);
      case 'LEAVE':
      case 'ITERATE':
        return this.jump(labels);
      case 'DECLARE':
        return this.declaration();
      case 'SET':
        if (p.is('SET', 'VAR') && p.isIdentifier(2)) p.fail(p.peek(2), `: extra input '${p.peek(2).text}'`);
        return { kind: 'set', ...this.piece(() => setVariable(p)) };
      default:
        return { kind: 'sql', ...this.piece(() => this.statement(p)) };
    }
  }

  /** What is wrong with the meaning of a statement shows when it is carried out. */
  private piece(read: () => unknown): Piece {
    const { p } = this;
    const from = p.index;
    const checks = p.afterwards.length;
    read();
    p.afterwards.length = checks;
    const { start, stop } = p.originFrom(from);
    return { text: p.sql.slice(start, stop) };
  }

  private expression(): Piece {
    return this.piece(() => this.p.grammar.expression(this.p));
  }

  private declaration(): ScriptStatement {
    const s = declareVariable(this.p);
    return { kind: 'declare', names: s.names.map((n) => n.at(-1) as string), replace: s.replace, ...(s.type === undefined ? {} : { type: s.type }), ...(s.value === undefined ? {} : { value: s.value }) };
  }

  private branches(labels: Labels): ScriptStatement {
    const { p } = this;
    const branches: { condition: Piece; body: ScriptStatement[] }[] = [];
    do {
      p.next();
      const condition = this.expression();
      p.expect('THEN');
      branches.push({ condition, body: this.until(['ELSEIF', 'ELSE', 'END'], labels) });
    } while (p.is('ELSEIF'));
    const otherwise = p.accept('ELSE') ? this.until(['END'], labels) : undefined;
    p.expect('END', 'IF');
    return { kind: 'if', branches, ...(otherwise === undefined ? {} : { otherwise }) };
  }

  private cases(labels: Labels): ScriptStatement {
    const { p } = this;
    p.expect('CASE');
    const subject = p.is('WHEN') ? undefined : this.expression();
    const branches: { condition: Piece; body: ScriptStatement[] }[] = [];
    if (!p.is('WHEN')) p.fail();
    while (p.accept('WHEN')) {
      const condition = this.expression();
      p.expect('THEN');
      branches.push({ condition, body: this.until(['WHEN', 'ELSE', 'END'], labels) });
    }
    const otherwise = p.accept('ELSE') ? this.until(['END'], labels) : undefined;
    p.expect('END', 'CASE');
    return { kind: 'case', branches, ...(subject === undefined ? {} : { subject }), ...(otherwise === undefined ? {} : { otherwise }) };
  }

  private loop(label: string | undefined, labels: Labels): ScriptStatement {
    const { p } = this;
    const inside = label === undefined ? labels : [...labels, { label, isLoop: true }];
    const named = label === undefined ? {} : { label };
    const word = p.next().upper;
    const made = ((): ScriptStatement => {
      if (word === 'REPEAT') {
        const body = this.until(['UNTIL'], inside);
        p.expect('UNTIL');
        return { kind: 'repeat', condition: this.expression(), body, ...named };
      }
      if (word === 'LOOP') return { kind: 'loop', body: this.until(['END'], inside), ...named };
      if (word === 'WHILE') {
        const condition = this.expression();
        p.expect('DO');
        return { kind: 'while', condition, body: this.until(['END'], inside), ...named };
      }
      const variable = p.isIdentifier() && p.peek(1).upper === 'AS' ? p.identifier() : undefined;
      if (variable !== undefined) p.expect('AS');
      p.stopWord = 'DO';
      const query = this.piece(() => p.grammar.query(p));
      p.stopWord = undefined;
      p.expect('DO');
      return { kind: 'for', query, body: this.until(['END'], inside), ...named, ...(variable === undefined ? {} : { variable }) };
    })();
    p.expect('END');
    p.expectInsertable(word);
    this.endLabel(label);
    return made;
  }

  /** The label behind END is that of the beginning. Raises LABELS_MISMATCH and END_LABEL_WITHOUT_BEGIN_LABEL. */
  private endLabel(label: string | undefined): void {
    const { p } = this;
    if (!p.isIdentifier()) return;
    const from = p.index;
    const endLabel = p.identifier();
    if (label?.toLowerCase() === endLabel.toLowerCase()) return;
    const quoted = (n: string): string => `\`${n.toLowerCase()}\``;
    const error = label === undefined
      ? parseError('END_LABEL_WITHOUT_BEGIN_LABEL', '42K0L', { endLabel: quoted(endLabel) }, `The label ${endLabel} stands at an end whose beginning has none.`)
      : parseError('LABELS_MISMATCH', '42K0L', { beginLabel: quoted(label), endLabel: quoted(endLabel) }, `The label at the end, ${endLabel}, is not that of the beginning, ${label}.`);
    throw placed(error, p.originFrom(from));
  }

  private jump(labels: Labels): ScriptStatement {
    const { p } = this;
    const from = p.index;
    const kind = p.next().upper;
    const label = p.identifier();
    const found = labels.findLast((l) => l.label.toLowerCase() === label.toLowerCase());
    const fault = found === undefined ? 'DOES_NOT_EXIST' : kind === 'ITERATE' && !found.isLoop ? 'ITERATE_IN_COMPOUND' : undefined;
    if (fault === undefined) return { kind: kind === 'LEAVE' ? 'leave' : 'iterate', label };
    const parameters = { labelName: label.toUpperCase(), ...(fault === 'DOES_NOT_EXIST' ? { statementType: kind } : {}) };
    throw placed(parseError(`INVALID_LABEL_USAGE.${fault}`, '42K0L', parameters, `${kind} names ${label}, which is no label that it can go to.`), p.originFrom(from));
  }

  /** Variables are declared before anything else is done. */
  private checkDeclarations(body: readonly ScriptStatement[]): void {
    const other = body.findIndex((s) => s.kind !== 'declare');
    const late = other < 0 ? undefined : body.slice(other).find((s) => s.kind === 'declare');
    if (late?.kind !== 'declare') return;
    throw parseError('INVALID_VARIABLE_DECLARATION.ONLY_AT_BEGINNING', '42K0M', { varName: `\`${late.names[0]?.toLowerCase()}\`` }, `The variable ${late.names[0]} must be declared at the beginning of its BEGIN … END.`);
  }
}
