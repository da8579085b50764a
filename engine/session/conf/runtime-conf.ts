/** A session's settings (`RuntimeConfig`): defaults, what was set, and Spark's checks on setting. */
import { SparkError } from '../../core/index.ts';
import { findTimeZone } from '../../types/index.ts';
import { APPLICATION_CONF, CONF_ENTRIES } from './entries.ts';
import type { ConfEntry } from './entries.ts';

const DOCROOT = 'https://spark.apache.org/docs/latest';
const TIME_ZONE = 'spark.sql.session.timeZone';
const BYTES_TEXT = /^\s*-?\d+\s*(?:[kmgtp]?i?b?)\s*$/i;

export class RuntimeConf {
  private readonly values = new Map<string, string>();

  constructor(private readonly initial: Readonly<Record<string, string>> = {}) {
    this.restore();
  }

  private restore(): void {
    this.values.clear();
    for (const [key, value] of Object.entries(this.initial)) this.values.set(key, value);
  }

  /** The value, or undefined where neither set nor defaulted. For the engine's own use. */
  readonly lookup = (key: string): string | undefined => {
    return this.values.get(key) ?? CONF_ENTRIES.get(key)?.value ?? APPLICATION_CONF[key];
  };

  /** The settings as they are now, whatever is changed later. */
  snapshot(): (key: string) => string | undefined {
    const copy = new RuntimeConf(Object.fromEntries(this.values));
    return copy.lookup;
  }

  /** The zone that the session began with. */
  get localTimeZone(): string {
    return this.initial[TIME_ZONE] ?? CONF_ENTRIES.get(TIME_ZONE)?.value ?? 'UTC';
  }

  isSet(key: string): boolean {
    return this.values.has(key);
  }

  /** Raises SQL_CONF_NOT_FOUND (42K0I) for a key without a value. */
  get(key: string): string {
    const value = this.lookup(key);
    if (value === undefined) {
      throw new SparkError({
        errorClass: 'SparkNoSuchElementException',
        condition: 'SQL_CONF_NOT_FOUND',
        sqlState: '42K0I',
        parameters: { sqlConf: `"${key}"` },
        sentence: `There is no setting "${key}". Check its spelling, or give a default to read it with.`,
      });
    }
    return value;
  }

  /** Raises CANNOT_MODIFY_STATIC_CONFIG, CANNOT_MODIFY_CONFIG and INVALID_CONF_VALUE, as Spark does. */
  set(key: string, value: string): void {
    requireModifiable(key);
    const entry = CONF_ENTRIES.get(key);
    if (entry !== undefined) checkValue(key, value, entry);
    this.values.set(key, value);
  }

  unset(key: string): void {
    requireModifiable(key);
    this.values.delete(key);
  }

  /** RESET: all settings back to what the session began with, or one of them. */
  reset(key?: string): void {
    if (key === undefined) this.restore();
    else if (Object.hasOwn(this.initial, key)) this.values.set(key, this.initial[key] as string);
    else this.unset(key);
  }

  /** Whether the key is a setting of SQL that may change while the session runs. */
  isModifiable(key: string): boolean {
    const entry = CONF_ENTRIES.get(key);
    return entry !== undefined && entry.isStatic !== true;
  }

  /** The value that stands for a setting in a text: where none was set an empty one, which must do for the setting. */
  written(key: string): string {
    const set = this.values.get(key) ?? APPLICATION_CONF[key];
    if (set !== undefined) return set;
    const entry = key.startsWith('spark.sql.') ? CONF_ENTRIES.get(key) : undefined;
    if (entry?.isStatic === true) return key === 'spark.sql.warehouse.dir' ? (entry.value ?? '') : '';
    if (entry !== undefined) checkValue(key, '', entry);
    return '';
  }

  /** What was set, and what describes the application. */
  getAll(): Record<string, string> {
    return { ...APPLICATION_CONF, ...Object.fromEntries(this.values) };
  }

  /** All known settings with their values, by key. */
  all(): [key: string, value: string][] {
    const keys = new Set([...CONF_ENTRIES.keys(), ...this.values.keys()]);
    return [...keys].sort().map((key) => [key, this.lookup(key) ?? '<undefined>']);
  }
}

const CORE_PREFIXES = ['spark.executor.', 'spark.driver.', 'spark.memory.', 'spark.shuffle.', 'spark.serializer', 'spark.dynamicAllocation.'];

function requireModifiable(key: string): void {
  if (CONF_ENTRIES.get(key)?.isStatic === true) {
    throw new SparkError({
      errorClass: 'AnalysisException',
      condition: 'CANNOT_MODIFY_STATIC_CONFIG',
      sqlState: '46110',
      parameters: { key: `"${key}"` },
      sentence: `"${key}" is fixed when the application starts; give it to SparkSession.builder.config().`,
    });
  }
  if (CORE_PREFIXES.some((prefix) => key.startsWith(prefix))) {
    throw new SparkError({
      errorClass: 'AnalysisException',
      condition: 'CANNOT_MODIFY_CONFIG',
      sqlState: '46110',
      parameters: { key: `"${key}"`, docroot: DOCROOT },
      sentence: `"${key}" belongs to the cluster, not to SQL, and cannot be changed by a session.`,
    });
  }
}

function invalid(suffix: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: `INVALID_CONF_VALUE.${suffix}`,
    sqlState: '22022',
    parameters,
    sentence,
  });
}

const TYPE_NAMES = { boolean: 'boolean', int: 'int', long: 'long', double: 'double', bytes: 'bytes in BYTE' } as const;

function fits(value: string, kind: ConfEntry['kind']): boolean {
  const text = value.trim();
  switch (kind) {
    case 'boolean':
      return /^(?:true|false)$/i.test(text);
    case 'int':
      return /^-?\d+$/.test(text) && Math.abs(Number(text)) < 2 ** 31;
    case 'long':
      return /^-?\d+$/.test(text);
    case 'double':
      return text !== '' && Number.isFinite(Number(text));
    case 'bytes':
      return BYTES_TEXT.test(text);
    default:
      return true;
  }
}

function checkValue(key: string, value: string, entry: ConfEntry): void {
  const named = { confName: key, confValue: value };
  if (entry.kind === 'zone') {
    if (findTimeZone(value) === null) {
      throw invalid('TIME_ZONE', named, `'${value}' is no time zone for "${key}". Write a region as Europe/Paris or an offset as +01:00.`);
    }
    return;
  }
  if (entry.kind !== 'string' && !fits(value, entry.kind)) {
    const confType = TYPE_NAMES[entry.kind];
    throw invalid('TYPE_MISMATCH', { ...named, confType }, `'${value}' is no ${confType}, which "${key}" takes.`);
  }
  if (entry.options !== undefined && !entry.options.includes(value.toUpperCase())) {
    const confOptions = entry.options.join(', ');
    throw invalid('OUT_OF_RANGE_OF_OPTIONS', { ...named, confOptions }, `"${key}" takes one of ${confOptions}, not '${value}'.`);
  }
  if (entry.requirement !== undefined && !entry.requirement.holds(Number(value))) {
    const confRequirement = entry.requirement.text;
    throw invalid('REQUIREMENT', { ...named, confRequirement }, `"${key}" cannot be '${value}': ${confRequirement}.`);
  }
}
