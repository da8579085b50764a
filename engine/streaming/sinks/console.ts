/** `format("console")`: each batch as `show()` prints it. */
import { Options } from '../../functions/json/index.ts';
import type { StreamingSession, StreamSpec } from '../session-contract.ts';
import type { StreamSink } from './sink.ts';

const RULE = '-------------------------------------------';
const DEFAULT_ROWS = 20;
const CELL_CHARS = 20;

export function consoleSink(session: StreamingSession, spec: StreamSpec): StreamSink {
  const options = new Options(Object.entries(spec.options));
  const numRows = Number(options.get('numRows') ?? DEFAULT_ROWS);
  const truncate = options.flag('truncate', true) ? CELL_CHARS : 0;
  return {
    kind: 'console',
    description: 'org.apache.spark.sql.execution.streaming.ConsoleTable$',
    addBatch: ({ batchId, schema, rows }) => {
      const table = session.showString(schema, rows, numRows, truncate);
      session.host.print?.(`${RULE}\nBatch: ${batchId}\n${RULE}\n${table}\n`);
      return rows.length;
    },
  };
}
