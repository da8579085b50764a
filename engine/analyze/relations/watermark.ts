/** `withWatermark`. */
import { analysisError, SparkError } from '../../core/index.ts';
import { somePlan, watermarkNode } from '../../plan/index.ts';
import type { LogicalPlan, WithWatermark } from '../../plan/index.ts';
import { parseCalendarInterval, parseName, quotedSqlType, quoteIdentifier, sqlTypeName } from '../../types/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { lookUp } from '../expressions/attributes.ts';
import { unresolvedColumn } from '../suggestions.ts';

const DAY_MICROS = 86_400_000_000n;
/** A month in a delay counts as this many days. */
const DAYS_PER_MONTH = 31n;

/** Microseconds. Raises CANNOT_PARSE_INTERVAL, and for a negative delay. */
function delayOf(text: string): number {
  const parsed = parseCalendarInterval(text);
  if (parsed === null) {
    throw analysisError('CANNOT_PARSE_INTERVAL', '22006', { intervalString: `'${text}'` }, `'${text}' is no length of time, such as '10 minutes'.`);
  }
  const micros = (BigInt(parsed.months) * DAYS_PER_MONTH + BigInt(parsed.days)) * DAY_MICROS + parsed.microseconds;
  if (micros >= 0n) return Number(micros);
  throw new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: null,
    sentence: `The delay of a watermark cannot be negative: '${text}'.`,
  });
}

function isTime(kind: string): boolean {
  return kind === 'timestamp' || kind === 'timestamp_ntz';
}

export function watermark(r: WithWatermark, analysis: Analysis, scope: Scope): LogicalPlan {
  const delay = delayOf(r.delayThreshold);
  const input = analysis.relation(r.input, scope);
  const parts = parseName(r.eventTime);
  const column = lookUp(envOf(analysis, scope, [input]), parts, input.output);
  if (column === undefined) {
    // Over rows that are all there Spark drops the watermark before it asks for its column.
    if (!somePlan(input, (p) => p.node === 'DataSourceScan' && p.isStreaming)) return input;
    throw unresolvedColumn(parts, input.output);
  }
  const windowEnd = column.type.kind === 'struct' && column.type.fields.some((f) => f.name === 'end' && isTime(f.type.kind));
  if (column.kind !== 'attribute' || !(isTime(column.type.kind) || windowEnd)) {
    throw analysisError(
      'EVENT_TIME_IS_NOT_ON_TIMESTAMP_TYPE',
      '42K09',
      { eventName: quoteIdentifier(parts.join('.')), eventType: quotedSqlType(column.type) },
      `A watermark needs a timestamp, and ${parts.join('.')} is ${sqlTypeName(column.type)}. Cast it first: (col("${parts.join('.')}").cast("timestamp")) reads a number as seconds since 1970.`,
    );
  }
  return watermarkNode(input, input.output.find((a) => a.exprId === column.exprId) ?? column, delay);
}
