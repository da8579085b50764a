/** `${name}` in a text of SQL stands for a setting's value, `${system:name}` for a property of the process (Spark's `VariableSubstitution`). */
import { SparkError, unsupported } from '../../core/index.ts';
import type { RuntimeConf } from './runtime-conf.ts';

const REFERENCE = /\$\{(?:(\w+?):)?([^ \t\n\v\f\r]+?)\}/g;

/** Prefixes that mean a setting, as none does. */
const SETTINGS: readonly string[] = ['spark', 'sparkconf', 'hivevar', 'hiveconf'];

/** What every process on Linux says of itself. */
const PROPERTIES: Readonly<Record<string, string>> = { 'file.separator': '/', 'path.separator': ':', 'line.separator': '\n' };
/** Beginnings of the names that Java itself gives to properties. */
const JAVA = /^(?:java|jdk|sun|os|user|file|native|stdout|stderr|awt)\./;

/** Raises what an empty value of a known setting would: it is tried where the setting has not been set. */
export function substituteVariables(text: string, conf: RuntimeConf): string {
  if (!text.includes('${') || conf.lookup('spark.sql.variable.substitute')?.toLowerCase() === 'false') return text;
  return substituted(text, conf, []);
}

function substituted(text: string, conf: RuntimeConf, used: readonly string[]): string {
  return text.replace(REFERENCE, (whole, prefix: string | undefined, name: string) => {
    const reference = prefix === undefined ? name : `${prefix}:${name}`;
    if (used.includes(reference)) throw circular(text, reference);
    const value = valueOf(prefix, name, conf);
    return value === undefined ? whole : substituted(value, conf, [...used, reference]);
  });
}

/** Undefined: the reference stays as it is. There are no variables of an environment here. */
function valueOf(prefix: string | undefined, name: string, conf: RuntimeConf): string | undefined {
  if (prefix === undefined || SETTINGS.includes(prefix)) return conf.written(name);
  if (prefix !== 'system') return undefined;
  if (Object.hasOwn(PROPERTIES, name)) return PROPERTIES[name];
  if (JAVA.test(name)) throw unsupported(`\${system:${name}}`, 'There is no Java here to ask.');
  return undefined;
}

function circular(text: string, reference: string): SparkError {
  return new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence: `Circular reference in ${text}: ${reference}` });
}
