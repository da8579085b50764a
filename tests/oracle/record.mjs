// npm run oracle [-- --only <glob>]: records every case on real PySpark.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureOracle } from './setup.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { python, env } = ensureOracle();
const recorder = spawn(python, [join(here, 'record.py'), ...process.argv.slice(2)], { env, stdio: 'inherit' });
recorder.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
