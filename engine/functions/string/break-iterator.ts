/**
 * Where Java breaks texts into words and sentences, as automata over classes of characters. The tables were found by asking
 * Java for the breaks of short texts of one character of each class; they hold its oddities too.
 */

/** For each state a sign for each class: the next state, `+` to take the character and stop, `=` to stop before it, `<` to go back to the mark. */
interface Automaton {
  readonly classes: string;
  readonly classOf: (c: string) => string;
  readonly rows: readonly string[];
  /** States in which a text may end where it is. */
  readonly accepting: string;
  /** States that mark a place, to which later ones may go back. */
  readonly marking: string;
  /** Characters that belong to what is before them. */
  readonly ignores: (c: string) => boolean;
}

const NONSPACING = /[\p{Mn}\p{Me}]/u;
const FORMAT = /\p{Cf}/u;

/** The sign of the first pattern that a character has; `o` where it has none. */
function charClasses(pairs: readonly (readonly [sign: string, pattern: RegExp])[]): (c: string) => string {
  const ascii = new Map<string, string>();
  const find = (c: string): string => pairs.find(([, pattern]) => pattern.test(c))?.[0] ?? 'o';
  return (c) => {
    if (c > '\u007f') return find(c);
    let found = ascii.get(c);
    if (found === undefined) {
      found = find(c);
      ascii.set(c, found);
    }
    return found;
  };
}

/** Ideographs, katakana, hiragana and marks of theirs, combining marks, letters, numbers, signs behind and before one, joiners, blanks, ends of lines, … */
const WORD_CLASSES = charClasses([
  ['h', /[\u3005\u4e00-\u9fa5\uf900-\ufa2d]/],
  ['k', /[\u30a1-\u30fa\u30fd\u30fe]/],
  ['i', /[\u3041-\u3094\u309d\u309e]/],
  ['m', /[\u309b\u309c\u30fb\u30fc]/],
  ['v', /[\u3099\u309a]/],
  ['x', NONSPACING],
  ['l', /[\p{L}\p{Mc}]/u],
  ['n', /\p{N}/u],
  ['p', /[%&\u00a2\u066a\u2030\u2031]/],
  ['$', /[\p{Sc}#]/u],
  ['s', /\u00ad/],
  ['-', /[\p{Pd}\p{Pc}\u2027]/u],
  [' ', /[\p{Zs}\t]/u],
  ['b', /[\n\f\u2028\u2029]/],
  ['r', /\r/],
  ['c', /\p{Cc}/u],
  [',', /[,\u066b]/],
  ['d', /[\u0964\u0965]/],
  ['"', /["']/],
  ['.', /\./],
]);

const WORDS: Automaton = {
  classes: 'lhonkic$- pbm,d"rs.xv',
  classOf: WORD_CLASSES,
  rows: [
    '123456+7383+9333a+7+b',
    '1==4====c=====dc=cc11',
    '=e=================33',
    '===================33',
    '1==4======+==f=f==f44',
    '====g=======g======35',
    '=====h======h======36',
    '===4===============33',
    '=========8=+====a==88',
    '====gh======b======39',
    '===========+=========',
    '====gh======b=======b',
    '1====================',
    '===4=================',
    '=e===================',
    '===4=================',
    '====g=======g=======g',
    '=====h======h=======h',
  ],
  accepting: '0123456789abdegh',
  marking: '',
  ignores: (c) => c !== '\u00ad' && FORMAT.test(c),
};

/** Letters that are not small, small ones, numbers, closing brackets, blanks, ! and ?, dandas, quotes, full stops, ends of paragraphs. */
const SENTENCE_CLASSES = charClasses([
  ['a', /\p{Ll}/u],
  ['A', /\p{L}/u],
  ['n', /[\p{N},]/u],
  [')', /[\p{Pe}\p{Pf}]/u],
  ['p', /\u2029/],
  [' ', /[\p{Zs}\t\n\f\r\u2028]/u],
  ['!', /[!?\u3002\uff01\uff1f]/],
  ['d', /[\u0964\u0965]/],
  ['"', /["']/],
  ['.', /[.\uff0e]/],
]);

const SENTENCES: Automaton = {
  classes: 'Aoan) !d".p',
  classOf: SENTENCE_CLASSES,
  rows: [
    '0000001203+',
    '====141=11+',
    '=====2=====',
    '0700351763+',
    '=====4====+',
    '<700081773+',
    '<9<0351963+',
    '<7<0001773+',
    '<9<0081993+',
    '<7<====77==',
  ],
  accepting: '0124',
  marking: '3568',
  ignores: (c) => FORMAT.test(c) || NONSPACING.test(c),
};

/** The length of the first piece of a text that is not empty, beginning with the `from`th of its characters. */
function pieceEnd(characters: readonly string[], from: number, automaton: Automaton): number {
  const { classes, classOf, rows, accepting, marking, ignores } = automaton;
  let [end, mark] = [from + 1, -1];
  let state = '0';
  let at = from;
  for (; at < characters.length; at++) {
    const c = characters[at] as string;
    if (ignores(c)) {
      if (accepting.includes(state) || state === '+') end = at + 1;
      else if (marking.includes(state)) mark = at + 1;
      continue;
    }
    if (state === '+') return end;
    state = (rows[Number.parseInt(state, 36)] as string).charAt(classes.indexOf(classOf(c)));
    if (state === '=') return end;
    if (state === '<') return mark;
    if (state === '+' || accepting.includes(state)) end = at + 1;
    else if (marking.includes(state)) mark = at + 1;
  }
  return mark === at ? mark : end;
}

function pieces(text: string, automaton: Automaton): readonly string[] {
  const characters = [...text];
  const found: string[] = [];
  for (let from = 0; from < characters.length; ) {
    const end = pieceEnd(characters, from, automaton);
    found.push(characters.slice(from, end).join(''));
    from = end;
  }
  return found;
}

/** The sentences that make up a text, each with the blanks behind it. */
export function sentencePieces(text: string): readonly string[] {
  return pieces(text, SENTENCES);
}

/** Words, numbers, and what is between them. */
export function wordPieces(text: string): readonly string[] {
  return pieces(text, WORDS);
}
