/** reflect, java_method, try_reflect: static methods of Java by name, of those that there are here. */
import { SparkError, unsupported } from '../../core/index.ts';
import { isString, StringType, valueToString } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature } from '../define.ts';
import { expectFoldable, mismatch, scalarFunction, unexpectedInput, unexpectedNull } from '../typing.ts';
import { JavaException, javaClass, lacksMethod } from './java-methods.ts';
import type { JavaMethod } from './java-methods.ts';

const LETTERS: Readonly<Partial<Record<DataType['kind'], string>>> = { boolean: 'Z', byte: 'B', short: 'H', integer: 'I', long: 'J', float: 'F', double: 'D' };
const KINDS: Readonly<Record<string, DataType>> = {
  Z: { kind: 'boolean' },
  I: { kind: 'integer' },
  J: { kind: 'long' },
  F: { kind: 'float' },
  D: { kind: 'double' },
};
const ACCEPTED = '("BOOLEAN" or "TINYINT" or "SMALLINT" or "INT" or "BIGINT" or "FLOAT" or "DOUBLE" or "STRING")';
/** Java's and Scala's own classes, of which few are here. */
const STANDARD = /^(java|javax|scala|org\.apache)\./;

function letterOf(t: DataType): string | undefined {
  return isString(t) ? 'S' : LETTERS[t.kind];
}

/** The constant name of a class or method. */
function nameOf(name: string, args: readonly ArgumentInfo[], index: 0 | 1): string {
  const shown = index === 0 ? 'class' : 'method';
  const a = args[index] as ArgumentInfo;
  expectFoldable(name, isString(a.type) ? args : args.map((x, i) => (i === index ? { ...x, foldable: false } : x)), index, shown, '"STRING"');
  if (a.literal === null) throw unexpectedNull(name, args, `\`${shown}\``);
  return String(a.literal);
}

function methodOf(name: string, args: readonly ArgumentInfo[], className: string, methodName: string, takes: string): JavaMethod {
  const methods = javaClass(className);
  if (methods === undefined) {
    if (STANDARD.test(className)) throw unsupported(`The class ${className} of Java`);
    throw mismatch('UNEXPECTED_CLASS_TYPE', name, args, { className }, `There is no class ${className}.`);
  }
  const found = (Object.hasOwn(methods, methodName) ? methods[methodName] : undefined)?.find((m) => m.takes === takes);
  if (found !== undefined) return found;
  if (!Object.hasOwn(methods, methodName) && !lacksMethod(className, methodName)) throw unsupported(`The method ${methodName} of Java's class ${className}`);
  throw mismatch('UNEXPECTED_STATIC_METHOD', name, args, { className, methodName }, `There is no static method ${methodName} of ${className} for arguments of these types here.`);
}

function signature(name: string, args: readonly ArgumentInfo[]): Signature {
  const [className, methodName] = [nameOf(name, args, 0), nameOf(name, args, 1)];
  const takes = args.slice(2).map((a, i) => {
    const letter = letterOf(a.type);
    if (letter === undefined) throw unexpectedInput(name, args, i + 2, ACCEPTED);
    return letter;
  });
  methodOf(name, args, className, methodName, takes.join(''));
  return { argTypes: args.map((a) => a.type), returns: StringType, nullable: true };
}

function call(args: readonly Value[], ctx: CallContext): Value {
  const takes = ctx.argTypes.slice(2).map((t) => letterOf(t) ?? '').join('');
  const method = javaClass(String(args[0]))?.[String(args[1])]?.find((m) => m.takes === takes);
  if (method === undefined) throw unsupported(`The method ${args[1]} of ${args[0]}`);
  const given = args.slice(2);
  if (given.includes(null)) throw new JavaException('a method was given null');
  const result = method.run(given, ctx.environment);
  const type = KINDS[method.gives];
  return type === undefined ? result : valueToString(result, type);
}

function declare(name: string, since: string, lenient: boolean): ScalarFunction {
  const shown = lenient ? 'reflect' : name;
  return scalarFunction({
    name,
    constancy: 'never',
    interpreted: true,
    family: 'misc',
    since,
    deterministic: false,
    pulledOut: true,
    params: [
      { name: 'class', pythonName: 'cols', accepts: ['string'], literal: true },
      { name: 'method', accepts: ['string'], literal: true },
      { name: 'arg', accepts: ['any'], optional: true, variadic: true },
    ],
    countedAs: shown,
    signature: (args) => signature(shown, args),
    nulls: 'custom',
    doc: `The result, as text, of a static method of Java. Some of Math, Integer, Long, String, UUID and URL coding are here${lenient ? '; NULL where it raises an error' : ''}.`,
    examples: [[`${name}('java.util.UUID', 'fromString', 'a5cf6c42-0c85-418f-af6c-3e4e5b1328f2')`, 'a5cf6c42-0c85-418f-af6c-3e4e5b1328f2']],
    row: (args, ctx) => {
      try {
        return call(args, ctx);
      } catch (error) {
        if (!(error instanceof JavaException)) throw error;
        if (lenient) return null;
        throw new SparkError({ errorClass: 'UnknownException', condition: null, sentence: `${args[0]}.${args[1]} threw an exception: ${error.message}` });
      }
    },
  });
}

export const reflections: readonly ScalarFunction[] = [declare('reflect', '2.0.0', false), declare('java_method', '2.0.0', false), declare('try_reflect', '4.0.0', true)];
