/** Sources by the format of their scan. */
import { unsupported } from '../../core/index.ts';
import type { DataSourceScan } from '../../plan/index.ts';
import { leafParallelism } from '../../physical/index.ts';
import { fileFormat } from '../../sources/index.ts';
import type { StreamingSession } from '../session-contract.ts';
import { FileSource } from './files.ts';
import { KafkaSource } from './kafka.ts';
import { RatePerMicroBatchSource, RateSource } from './rate.ts';
import type { StreamSource } from './source.ts';

export { FileSource } from './files.ts';
export type { StreamSource } from './source.ts';

/** Option under which a streaming scan carries the number of its source in the query. */
export const SOURCE_OPTION = 'sparring.streamSource';

/** `startMicros`: when the query was started first. */
export function makeSource(scan: DataSourceScan, session: StreamingSession, startMicros: number): StreamSource {
  const { clock, files, conf, broker } = session;
  if (scan.format === 'kafka') return new KafkaSource(scan, broker);
  if (scan.format === 'rate') return new RateSource(scan, () => clock.now(), startMicros, leafParallelism(conf));
  if (scan.format === 'rate-micro-batch') return new RatePerMicroBatchSource(scan);
  if (fileFormat(scan.format) === undefined) throw unsupported(`The streaming source ${scan.format}`);
  return new FileSource(scan, { files, conf, sessionTimeZone: conf('spark.sql.session.timeZone') ?? 'UTC', now: () => clock.now() });
}
