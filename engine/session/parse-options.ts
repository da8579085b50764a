/** What texts of SQL are parsed with in a session: the values of their parameters and of constant expressions. */
import { constantEvaluator } from '../analyze/index.ts';
import { unsupported } from '../core/index.ts';
import type { SqlRelation } from '../plan/index.ts';
import { parseSettings } from '../sql/index.ts';
import type { ParseOptions } from '../sql/index.ts';
import { analyzerContext } from './analyzer-context.ts';
import type { Session } from './session.ts';

export function parseOptions(session: Session, given: Pick<SqlRelation, 'namedArguments' | 'posArguments'> = {}): ParseOptions {
  const { namedArguments, posArguments } = given;
  const context = analyzerContext(session, false, () => {
    throw unsupported('A query in the place of a constant');
  });
  return {
    timeZone: session.timeZone,
    localTimeZone: session.conf.localTimeZone,
    ...parseSettings(context.conf),
    constant: constantEvaluator(context),
    ...(namedArguments === undefined ? {} : { namedArguments }),
    ...(posArguments === undefined ? {} : { posArguments }),
  };
}
