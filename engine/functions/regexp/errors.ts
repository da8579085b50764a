/** Errors of regular expressions at run time. */
import { SparkError } from '../../core/index.ts';
import { StringType, valueToSql } from '../../types/index.ts';
import { compileJava } from './java-pattern.ts';
import type { JavaPattern } from './java-pattern.ts';
import { PatternSyntaxError } from './pattern-reader.ts';

function invalidParameter(kind: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return new SparkError({ errorClass: 'SparkRuntimeException', condition: `INVALID_PARAMETER_VALUE.${kind}`, sqlState: '22023', parameters, sentence });
}

/** The pattern compiled; INVALID_PARAMETER_VALUE.PATTERN where it is none. */
export function patternOf(pattern: string, functionName: string): JavaPattern {
  try {
    return compileJava(pattern);
  } catch (error) {
    if (!(error instanceof PatternSyntaxError)) throw error;
    const value = valueToSql(pattern, StringType);
    throw invalidParameter(
      'PATTERN',
      { parameter: '`regexp`', functionName: `\`${functionName}\``, value },
      `${value} is not a regular expression: ${error.message}.`,
    );
  }
}

/** INVALID_PARAMETER_VALUE.REGEX_GROUP_INDEX where the pattern has no such group. */
export function checkGroup(pattern: JavaPattern, index: number, functionName: string): void {
  if (index >= 0 && index <= pattern.groupCount) return;
  throw invalidParameter(
    'REGEX_GROUP_INDEX',
    { parameter: '`idx`', functionName: `\`${functionName}\``, groupCount: String(pattern.groupCount), groupIndex: String(index) },
    `The pattern has ${pattern.groupCount} groups, so there is no group ${index}.`,
  );
}

export function invalidReplacement(source: string, pattern: string, replacement: string, position: number): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'INVALID_REGEXP_REPLACE',
    sqlState: '22023',
    parameters: { source, pattern, replacement, position: String(position) },
    sentence: `The replacement "${replacement}" names a group that the pattern has not, or ends in the middle of an escape. Write \\$ for a dollar sign.`,
  });
}

/** What `split` raises: Java's own exception, without a condition. */
export function patternOfSplit(pattern: string): JavaPattern {
  try {
    return compileJava(pattern);
  } catch (error) {
    if (!(error instanceof PatternSyntaxError)) throw error;
    throw new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence: `"${pattern}" is not a regular expression: ${error.message}.` });
  }
}
