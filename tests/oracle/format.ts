/**
 * The two files of an oracle family: its cases (plain PySpark text) and its recordings (JSON).
 * The recorder's Python reads cases by the same rules (`recorder/case_files.py`).
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';

export interface OracleCase {
  /** `family/name`, unique and stable. */
  readonly id: string;
  /** What the cases of a family share; runs first, in the same namespace. */
  readonly preamble: string;
  readonly code: string;
  readonly conf: Readonly<Record<string, string>>;
  /** Files below `data_dir`, name to text. */
  readonly files: Readonly<Record<string, string>>;
  /** Whether the order of rows is part of the answer. */
  readonly ordered: boolean;
  /** Whether the text of `explain()` is recorded, not only its operators. */
  readonly plan: boolean;
  /** Whether the TypeScript API cannot say this. */
  readonly tsNo: boolean;
  /** Must equal the recording's `source`, else the recording is stale. */
  readonly sourceHash: string;
}

const FLAGS = { '# ordered': 'ordered', '# plan': 'plan', '# ts: no': 'tsNo' } as const;

interface Header {
  conf: Record<string, string>;
  files: Record<string, string>;
  flags: Set<'ordered' | 'plan' | 'tsNo'>;
  bodyStart: number;
}

function parseHeader(lines: readonly string[]): Header {
  const header: Header = { conf: {}, files: {}, flags: new Set(), bodyStart: 0 };
  let file: string | undefined;
  for (const line of lines) {
    const conf = /^# conf: ([\w.]+)=(.*)$/.exec(line);
    const named = /^# file: ([\w./-]+)$/.exec(line);
    const content = /^# \|(?: (.*))?$/.exec(line);
    if (Object.hasOwn(FLAGS, line)) header.flags.add(FLAGS[line as keyof typeof FLAGS]);
    else if (conf) header.conf[conf[1] as string] = conf[2] as string;
    else if (named) {
      file = named[1] as string;
      header.files[file] = '';
    } else if (content && file !== undefined) header.files[file] += `${content[1] ?? ''}\n`;
    else break;
    header.bodyStart++;
  }
  return header;
}

function hashOf(preamble: string, code: string, header: Header): string {
  const python = (flag: boolean) => (flag ? 'True' : 'False');
  const parts = [preamble, code, python(header.flags.has('ordered')), python(header.flags.has('plan'))];
  for (const pairs of [header.conf, header.files]) {
    for (const [key, value] of Object.entries(pairs)) parts.push(`${key}=${value}`);
  }
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}

/** Cuts a family's text into its cases. */
export function parseCases(family: string, text: string): OracleCase[] {
  const [shared = '', ...blocks] = text.replace(/\n$/, '').split(/^# --- case: /m);
  const preamble = `${shared.trim()}\n`;
  return blocks.map((block) => {
    const [name = '', ...lines] = block.split('\n');
    const header = parseHeader(lines);
    const code = `${lines.slice(header.bodyStart).join('\n').trim()}\n`;
    return {
      id: `${family}/${name}`,
      preamble,
      code,
      conf: header.conf,
      files: header.files,
      ordered: header.flags.has('ordered'),
      plan: header.flags.has('plan'),
      tsNo: header.flags.has('tsNo'),
      sourceHash: hashOf(preamble, code, header),
    };
  });
}

const json: z.ZodType<unknown> = z.unknown();

export const fieldSchema = z.strictObject({
  name: z.string(),
  type: json,
  nullable: z.boolean(),
  metadata: z.record(z.string(), json),
});

export const errorSchema = z.strictObject({
  stage: z.enum(['analysis', 'execution']),
  class: z.string(),
  condition: z.string().nullish(),
  sqlState: z.string().nullish(),
  parameters: z.record(z.string(), z.string()).optional(),
  context: z
    .array(
      z.union([
        z.strictObject({ sql: z.string(), start: z.int(), stop: z.int() }),
        z.strictObject({ call: z.string(), line: z.int().nullable() }),
      ]),
    )
    .optional(),
  message: z.string().optional(),
});

/** What real Spark did: a table, a value, an error, or only printed text. README.md describes the encodings. */
export const recordingSchema = z.strictObject({
  id: z.string(),
  source: z.string(),
  ordered: z.boolean(),
  table: z
    .strictObject({
      schema: z.array(fieldSchema),
      rows: z.array(z.array(json)),
      show: z.array(z.string()),
      operators: z.array(z.string()),
      explain: z.array(z.string()).optional(),
    })
    .optional(),
  value: json.optional(),
  error: errorSchema.optional(),
  stdout: z.array(z.string()).optional(),
});

export const familySchema = z.strictObject({
  spark: z.string(),
  family: z.string(),
  cases: z.array(recordingSchema),
});

export type Recording = z.infer<typeof recordingSchema>;
