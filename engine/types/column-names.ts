/** Names of columns as they are written in texts: parts, dots and back-quotes. */
import { analysisError } from '../core/index.ts';
import type { SparkError } from '../core/index.ts';
import { quoteIdentifier } from './names.ts';

function badSyntax(name: string): SparkError {
  return analysisError(
    'INVALID_ATTRIBUTE_NAME_SYNTAX',
    '42601',
    { name },
    `${name} is no well-formed column name: back-quotes must come in pairs, around a whole part of it.`,
  );
}

/** The parts of a column's name: `` a.`b.c` `` → ['a', 'b.c']. Any character but dots and back-quotes may stand bare. */
export function parseName(name: string): string[] {
  const parts: string[] = [];
  let current = '';
  let quoted = false;
  for (let i = 0; i < name.length; i++) {
    const c = name[i] as string;
    if (quoted) {
      if (c !== '`') current += c;
      else if (name[i + 1] === '`') {
        current += c;
        i++;
      } else {
        quoted = false;
        if (i + 1 < name.length && name[i + 1] !== '.') throw badSyntax(name);
      }
    } else if (c === '`') {
      if (current !== '') throw badSyntax(name);
      quoted = true;
    } else if (c === '.') {
      if (i === 0 || name[i - 1] === '.' || i === name.length - 1) throw badSyntax(name);
      parts.push(current);
      current = '';
    } else current += c;
  }
  if (quoted) throw badSyntax(name);
  parts.push(current);
  return parts;
}

/** As errors show a name: every part in back-quotes. */
export function quoteParts(parts: readonly string[]): string {
  return parts.map(quoteIdentifier).join('.');
}
