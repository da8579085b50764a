import { describe, expect, it } from 'vitest';
import type { AttributeReference } from '../plan/index.ts';
import { LongType, parseName, quoteParts } from '../types/index.ts';
import { ambiguous, matchName } from './names.ts';
import { editDistance, similarColumns, unresolvedColumn } from './suggestions.ts';

let ids = 0;
function column(name: string, ...qualifier: string[]): AttributeReference {
  return { kind: 'attribute', name, exprId: ids++, qualifier, type: LongType, nullable: true };
}

describe('names of columns', () => {
  it('have parts, which back-quotes keep together', () => {
    expect(parseName('a')).toEqual(['a']);
    expect(parseName('a.b.c')).toEqual(['a', 'b', 'c']);
    expect(parseName('`a.b`.c')).toEqual(['a.b', 'c']);
    expect(parseName('`a``b`')).toEqual(['a`b']);
    expect(parseName('total price (€)')).toEqual(['total price (€)']);
    expect(quoteParts(['a', 'b`c'])).toBe('`a`.`b``c`');
  });
  it.each(['`a', 'a`', 'a.', 'a..b', '`a`b', 'a`b`'])('refuse %s', (text) => {
    expect(() => parseName(text)).toThrow(/INVALID_ATTRIBUTE_NAME_SYNTAX/);
  });
});

describe('what a name may mean', () => {
  const [id, name, other] = [column('id', 't'), column('name', 't'), column('id', 'u')];
  const columns = [id, name, other];
  const match = (text: string, caseSensitive = false): unknown => {
    const { candidates, fields } = matchName(parseName(text), columns, caseSensitive);
    return [candidates.map((a) => a.exprId), fields];
  };

  it('is a column, with or without its qualifier', () => {
    expect(match('name')).toEqual([[name.exprId], []]);
    expect(match('t.id')).toEqual([[id.exprId], []]);
    expect(match('u.id')).toEqual([[other.exprId], []]);
    expect(match('id')).toEqual([[id.exprId, other.exprId], []]);
    expect(match('v.id')).toEqual([[], []]);
  });
  it('or a field of one', () => {
    expect(match('name.first.letter')).toEqual([[name.exprId], ['first', 'letter']]);
    expect(match('t.name.first')).toEqual([[name.exprId], ['first']]);
  });
  it('in any case of letters, spelled as it was written', () => {
    expect(matchName(['NAME'], columns, false).candidates[0]).toMatchObject({ exprId: name.exprId, name: 'NAME' });
    expect(match('NAME', true)).toEqual([[], []]);
  });
  it('once where the same column is reached twice', () => {
    expect(matchName(['id'], [id, id], false).candidates).toHaveLength(1);
  });
  it('or any of several, which is an error that names them', () => {
    expect(ambiguous(['id'], [other, id])).toMatchObject({ condition: 'AMBIGUOUS_REFERENCE', parameters: { name: '`id`', referenceNames: '[`t`.`id`, `u`.`id`]' } });
    const unnamed = column('a', '__auto_generated_subquery_name');
    expect(ambiguous(['a'], [unnamed, unnamed]).parameters.referenceNames).toBe('[`a`, `a`]');
  });
});

describe('what an unknown name may have been meant as', () => {
  it('counts edits', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('same', 'same')).toBe(0);
  });
  it('is the nearest columns, without a qualifier that all share', () => {
    const columns = ['id', 'name', 'dept', 'pay', 'since'].map((n) => column(n, 'emp'));
    expect(similarColumns(['nam'], columns)).toEqual(['`name`', '`id`', '`pay`', '`dept`', '`since`']);
    expect(similarColumns(['emp', 'nope'], columns)[0]).toBe('`emp`.`id`');
    expect(similarColumns(['p'], [column('p'), column('dept', 'emp')])).toContain('`emp`.`dept`');
  });
  it('is nothing where there are no columns', () => {
    expect(unresolvedColumn(['x'], [])).toMatchObject({ condition: 'UNRESOLVED_COLUMN.WITHOUT_SUGGESTION', parameters: { objectName: '`x`' } });
  });
});
