// npm run conformance: how many of the examples in an installed PySpark's docstrings pass. `--help` tells the options.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensurePySpark, oraclePython } from '../../tests/oracle/setup.mjs';
import { ensureDependencies, root, tools } from '../lib/setup.mjs';

ensureDependencies();
const sources = ensurePySpark();
const main = join(root, 'scripts/conformance/main.ts');
const done = spawnSync(process.execPath, [join(root, tools.tsx), main, '--sources', sources, '--python', oraclePython, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(done.status ?? 1);
