/** Cases of the batch challenges as real Spark is asked them, and what it answered. `tsx tests/challenges/spark/cases.ts` prints them for `record.py`. */
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { challenges } from '../../../challenges/index.ts';
import { DEFAULT_SEED, prepare } from '../../../grading/index.ts';
import type { CaseInput } from '../../../grading/index.ts';
import { tableSchema } from '../../../workers/protocol/index.ts';

export interface AskedCase {
  readonly challenge: string;
  readonly functionName: string;
  /** Of everything that is asked: a recording of another case does not count. */
  readonly key: string;
  readonly input: CaseInput;
}

export const recordingSchema = z.object({
  spark: z.string(),
  cases: z.array(z.object({ challenge: z.string(), caseId: z.string(), key: z.string(), table: tableSchema })),
});

export function askedCases(): AskedCase[] {
  return challenges.flatMap((c) => {
    if (c.parts[0].kind !== 'batch') return [];
    const { run } = prepare(c, 'submit', 'python', DEFAULT_SEED);
    return run.cases.map((input) => {
      const functionName = input.functionName ?? run.functionName;
      const key = createHash('sha256').update(JSON.stringify([functionName, input])).digest('hex').slice(0, 16);
      return { challenge: c.id, functionName, key, input };
    });
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(JSON.stringify(askedCases()));
}
