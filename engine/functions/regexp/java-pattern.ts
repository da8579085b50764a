/**
 * Java's regular expressions (`java.util.regex.Pattern`) translated to JavaScript's. Every construct is either
 * translated to the letter, refused as Java refuses it, or named as not supported; none is passed on unread.
 */
import { unsupported } from '../../core/index.ts';
import { ANY, NOT_LINE_END } from './char-properties.ts';
import { anyCase, complement, needsSets, ranges, setSource } from './char-set.ts';
import type { CharSet } from './char-set.ts';
import { parseClass } from './java-class.ts';
import { PatternReader, PatternSyntaxError } from './pattern-reader.ts';

/** A pattern ready to run; groups are asked for by Java's numbers. */
export interface JavaPattern {
  /** With the flags `g` and `u` or `v`. Set `lastIndex` before each use. */
  readonly regexp: RegExp;
  readonly groupCount: number;
  /** JavaScript's number of each group of Java's. */
  readonly indices: readonly number[];
  readonly names: ReadonlyMap<string, number>;
  /** Groups in which Java keeps what an earlier round of a loop matched and JavaScript does not. */
  readonly unsteady: ReadonlySet<number>;
}

/** What a part of a pattern is in JavaScript, and the groups it holds. */
interface Part {
  readonly source: string;
  readonly groups: readonly number[];
  /** Those that a pass through the part may leave unset. */
  readonly skipped: readonly number[];
  /** An assertion, which JavaScript does not let be quantified. */
  readonly assertion?: boolean;
}

const LINE_END = '(?:\\r\\n|(?<!\\r)\\n|[\\r\\u0085\\u2028\\u2029])';
/** Not `(?![^])`: that holds between the halves of a character, too. */
const END = '$';
const BEGIN = '^';
/** Before a final line end, or at the very end. */
const LAST_LINE = `(?=${LINE_END}?${END})`;
const WORD = '[\\p{L}\\p{Nd}_]';
const BOUNDARY = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;
const NO_BOUNDARY = `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`;

class Translator extends PatternReader {
  readonly names = new Map<string, number>();
  readonly unsteady = new Set<number>();
  groupCount = 0;
  private helpers = 0;
  /** Groups that are set whenever the place being read is reached. */
  private certain = new Set<number>();
  private lookbehind = 0;

  translate(): string {
    const whole = this.alternation();
    if (!this.done()) this.fail('unmatched )');
    return whole.source;
  }

  private alternation(): Part {
    const before = this.certain;
    const branches: Part[] = [];
    do {
      this.certain = new Set(before);
      branches.push(this.sequence());
    } while (this.take('|'));
    const groups = branches.flatMap((b) => b.groups);
    if (branches.length === 1) return branches[0] as Part;
    this.certain = before;
    return { source: branches.map((b) => b.source).join('|'), groups, skipped: groups };
  }

  private sequence(): Part {
    let source = '';
    const groups: number[] = [];
    const skipped: number[] = [];
    for (;;) {
      this.skipComments();
      if (this.done() || this.is('|') || this.is(')')) return { source, groups, skipped };
      const part = this.quantified();
      source += part.source;
      groups.push(...part.groups);
      skipped.push(...part.skipped);
    }
  }

  private quantified(): Part {
    let part = this.atom();
    for (let first = true; ; first = false) {
      this.skipComments();
      const range = this.quantifier();
      if (range === null) return part;
      if (!first) this.fail('dangling quantifier');
      part = this.repeat(part, range);
    }
  }

  private repeat(part: Part, range: { readonly text: string; readonly min: number; readonly max: number }): Part {
    if (this.lookbehind > 0 && range.max === Number.POSITIVE_INFINITY) this.fail('look-behind without a greatest length');
    if (range.max > 1) for (const g of part.skipped) this.unsteady.add(g);
    if (range.min === 0) for (const g of part.groups) this.certain.delete(g);
    const skipped = range.min === 0 ? part.groups : part.skipped;
    const atom = part.assertion ? `(?:${part.source})` : part.source;
    if (this.take('+')) return { ...this.atomic(atom + range.text), groups: part.groups, skipped };
    const lazy = this.take('?') ? '?' : '';
    return { source: atom + range.text + lazy, groups: part.groups, skipped };
  }

  /** Matches without coming back to it: what a lookahead took, taken again by its group's reference. */
  private atomic(source: string): Part {
    if (this.lookbehind > 0) throw unsupported('An atomic group within a look-behind of a regular expression');
    const name = `p${this.helpers++}`;
    return { source: `(?:(?=(?<${name}>${source}))\\k<${name}>)`, groups: [], skipped: [] };
  }

  private atom(): Part {
    const c = this.next();
    switch (c) {
      case '(':
        return this.group();
      case '[':
        return this.set(parseClass(this));
      case '.':
        return this.set(this.flags.s ? ANY : this.flags.d ? complement(ranges([10, 10])) : NOT_LINE_END);
      case '^':
        return this.assertion(this.flags.m ? this.lineBegin() : BEGIN);
      case '$':
        return this.assertion(this.lineEnd());
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
        return this.fail('dangling quantifier');
      case '{':
        return this.fail('illegal repetition');
      default:
        return this.character(c.codePointAt(0) as number);
    }
  }

  private lineBegin(): string {
    if (this.flags.d) return `(?:${BEGIN}|(?<=\\n)(?=[^]))`;
    return `(?:${BEGIN}|(?<=[\\n\\u0085\\u2028\\u2029]|\\r(?!\\n))(?=[^]))`;
  }

  private lineEnd(): string {
    if (this.flags.d) return this.flags.m ? `(?=\\n|${END})` : `(?=\\n?${END})`;
    return this.flags.m ? `(?=${LINE_END}|${END})` : LAST_LINE;
  }

  private assertion(source: string): Part {
    return { source, groups: [], skipped: [], assertion: true };
  }

  private set(s: CharSet): Part {
    return { source: setSource(s), groups: [], skipped: [] };
  }

  private character(code: number): Part {
    const s = ranges([code, code]);
    return this.set(this.flags.i ? anyCase(s, this.flags.u) : s);
  }

  private escape(): Part {
    const c = this.peek();
    if (/[1-9]/.test(c)) return this.backReference();
    switch (c) {
      case 'A':
        return this.anchored(BEGIN);
      case 'z':
        return this.anchored(END);
      case 'Z':
        return this.anchored(this.flags.d ? `(?=\\n?${END})` : LAST_LINE);
      case 'b':
        return this.anchored(BOUNDARY);
      case 'B':
        return this.anchored(NO_BOUNDARY);
      case 'R':
        this.next();
        return { source: '(?:\\r\\n|[\\n-\\r\\u0085\\u2028\\u2029])', groups: [], skipped: [] };
      case 'Q':
        this.next();
        return this.quotation();
      case 'k':
        this.next();
        return this.namedReference();
      case 'G':
      case 'X':
      case 'N':
        throw unsupported(`\\${c} in a regular expression`);
      default: {
        const read = this.escapedCharacter();
        return typeof read === 'number' ? this.character(read) : this.set(read);
      }
    }
  }

  private anchored(source: string): Part {
    this.next();
    return this.assertion(source);
  }

  /** `\Q…\E`, one character at a time, so that a quantifier behind it takes the last. */
  private quotation(): Part {
    const text = this.untilEndOfQuote();
    const points = [...text];
    if (points.length === 0) return { source: '(?:)', groups: [], skipped: [] };
    const sources = points.map((p) => this.character(p.codePointAt(0) as number).source);
    const last = sources.pop() as string;
    if (sources.length === 0) return { source: last, groups: [], skipped: [] };
    const range = this.quantifier();
    if (range === null) return { source: sources.join('') + last, groups: [], skipped: [], assertion: true };
    return { source: sources.join('') + this.repeat({ source: last, groups: [], skipped: [] }, range).source, groups: [], skipped: [] };
  }

  private reference(group: number): Part {
    if (this.flags.i) throw unsupported('A back reference in a regular expression that ignores case');
    if (!this.certain.has(group)) throw unsupported('A reference in a regular expression to a group that may not have matched');
    return { source: `\\k<g${group}>`, groups: [], skipped: [] };
  }

  private backReference(): Part {
    let group = Number(this.next());
    while (/[0-9]/.test(this.peek()) && group * 10 + Number(this.peek()) <= this.groupCount) group = group * 10 + Number(this.next());
    if (group > this.groupCount) return { source: '(?!)', groups: [], skipped: [] };
    return this.reference(group);
  }

  private namedReference(): Part {
    if (!this.take('<')) this.fail('\\k is not followed by <');
    const group = this.names.get(this.groupName());
    if (group === undefined) return this.fail('unknown group');
    return this.reference(group);
  }

  private group(): Part {
    const saved = { ...this.flags };
    if (!this.take('?')) return this.capturing(undefined, saved);
    if (this.take(':')) return this.closed(this.alternation(), '(?:', saved);
    if (this.take('=')) return this.look('(?=', saved, 0);
    if (this.take('!')) return this.look('(?!', saved, 0);
    if (this.take('>')) {
      const inner = this.closed(this.alternation(), '(?:', saved);
      return { ...this.atomic(inner.source), groups: inner.groups, skipped: inner.skipped };
    }
    if (this.take('<')) {
      if (this.take('=')) return this.look('(?<=', saved, 1);
      if (this.take('!')) return this.look('(?<!', saved, 1);
      return this.capturing(this.groupName(), saved);
    }
    this.readFlags();
    if (this.take(')')) return { source: '(?:)', groups: [], skipped: [], assertion: true };
    if (!this.take(':')) this.fail('unknown inline modifier');
    return this.closed(this.alternation(), '(?:', saved);
  }

  private capturing(name: string | undefined, saved: typeof this.flags): Part {
    const number = ++this.groupCount;
    if (name !== undefined) {
      if (this.names.has(name)) this.fail('a group of that name exists already');
      this.names.set(name, number);
    }
    const inner = this.closed(this.alternation(), `(?<g${number}>`, saved);
    this.certain.add(number);
    return { source: inner.source, groups: [number, ...inner.groups], skipped: inner.skipped };
  }

  private look(open: string, saved: typeof this.flags, behind: 0 | 1): Part {
    this.lookbehind += behind;
    const inner = this.closed(this.alternation(), open, saved);
    this.lookbehind -= behind;
    return { ...inner, assertion: true };
  }

  /** The inner part in its brackets; flags set within end with it. */
  private closed(inner: Part, open: string, saved: typeof this.flags): Part {
    if (!this.take(')')) this.fail('unclosed group');
    Object.assign(this.flags, saved);
    return { source: `${open}${inner.source})`, groups: inner.groups, skipped: inner.skipped };
  }
}

/** Numbers instead of names: groups of Java's lose theirs, references get JavaScript's numbers. */
function numbered(source: string, groupCount: number): { readonly source: string; readonly indices: readonly number[] } {
  const order = [...source.matchAll(/\(\?<([gp]\d+)>/g)].map((m) => m[1] as string);
  const indices = Array.from({ length: groupCount + 1 }, (_, g) => (g === 0 ? 0 : order.indexOf(`g${g}`) + 1));
  const text = source.replace(/\(\?<[gp]\d+>/g, '(').replace(/\\k<([gp]\d+)>/g, (_, name: string) => `(?:\\${order.indexOf(name) + 1})`);
  return { source: text, indices };
}

const CACHE_PATTERNS = 200;
const CACHE = new Map<string, JavaPattern | PatternSyntaxError>();

function translate(pattern: string): JavaPattern | PatternSyntaxError {
  try {
    const translator = new Translator(pattern);
    const { source, indices } = numbered(translator.translate(), translator.groupCount);
    const regexp = new RegExp(source, needsSets(source) ? 'gv' : 'gu');
    return { regexp, groupCount: translator.groupCount, indices, names: translator.names, unsteady: translator.unsteady };
  } catch (error) {
    if (error instanceof PatternSyntaxError) return error;
    throw error;
  }
}

/** The pattern compiled, once for each text; throws PatternSyntaxError where Java would. */
export function compileJava(pattern: string): JavaPattern {
  let made = CACHE.get(pattern);
  if (made === undefined) {
    made = translate(pattern);
    if (CACHE.size >= CACHE_PATTERNS) CACHE.clear();
    CACHE.set(pattern, made);
  }
  if (made instanceof PatternSyntaxError) throw made;
  return made;
}

/** A group's text in a match, '' where it took no part, as Spark has it. */
export function groupOf(pattern: JavaPattern, match: RegExpExecArray, group: number): string {
  if (pattern.unsteady.has(group)) throw unsupported('A group in a loop of a regular expression that not every round matches');
  return match[pattern.indices[group] as number] ?? '';
}
