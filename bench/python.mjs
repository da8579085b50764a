// Peers in Python, where they are installed: BENCH_PYTHON names a Python with numpy and any of pandas, polars, pyspark.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, tools } from '../scripts/lib/setup.mjs';

function findPython() {
  const candidates = [process.env.BENCH_PYTHON, join(root, '.oracle-venv/bin/python')].filter((p) => p !== undefined && existsSync(p));
  return candidates.find((p) => spawnSync(p, ['-c', 'import numpy']).status === 0);
}

/** A section of the report, or undefined where there is no such Python: the report then says so by its absence. */
export function pythonSection(request) {
  const python = findPython();
  if (python === undefined) {
    process.stderr.write('No Python with numpy: the peers in Python are left out (BENCH_PYTHON names one).\n');
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'sparring-bench-'));
  try {
    const rows = String(request.rows);
    if (spawnSync(process.execPath, [join(root, tools.tsx), join(root, 'bench/export.ts'), folder, rows], { stdio: 'inherit' }).status !== 0) return undefined;
    const own = spawnSync(process.execPath, [join(root, tools.tsx), join(root, 'bench/node.ts'), JSON.stringify({ ...request, peers: ['Sparring'] })], { maxBuffer: 1 << 28 });
    const env = { ...process.env, PYSPARK_PYTHON: python, SPARK_LOCAL_IP: '127.0.0.1', TZ: 'UTC' };
    const done = spawnSync(python, [join(root, 'bench/python/peers.py'), folder, String(request.rounds), (request.only ?? []).join(',')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 28,
    });
    if (done.status !== 0 || own.status !== 0) return undefined;
    const last = (text) => JSON.parse(text.toString().trim().split('\n').at(-1));
    const [ours, theirs] = [last(own.stdout), last(done.stdout)];
    return { title: 'Beside Python (two threads) and Node', rows: request.rows, peers: [...ours.peers, ...theirs.peers], timings: [...ours.timings, ...theirs.timings] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
