/** Runs the command line as a person would, from another folder. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verdictSchema } from '../../grading/index.ts';
import type { Verdict } from '../../grading/index.ts';

const BIN = fileURLToPath(new URL('../../cli/bin/sparring.mjs', import.meta.url));

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function runCli(...args: string[]): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] });
    const run = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (run.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (run.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...run }));
  });
}

/** Grades a source text and reads the verdict. */
export async function gradeText(challenge: string, filename: string, text: string, ...flags: string[]): Promise<{ readonly run: CliRun; readonly verdict: Verdict }> {
  const folder = mkdtempSync(join(tmpdir(), 'sparring-test-'));
  try {
    writeFileSync(join(folder, filename), text);
    const run = await runCli('grade', challenge, join(folder, filename), '--json', ...flags);
    return { run, verdict: verdictSchema.parse(JSON.parse(run.stdout)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
