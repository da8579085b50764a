/** Watches the memory of a process and its children (Linux): beyond the limit it is ended. Elsewhere the runtimes' own limits hold. */
import { readFileSync } from 'node:fs';
import { MEMORY_POLL_MS } from './limits.ts';

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter((x) => x !== '').map(Number);
  } catch {
    return [];
  }
}

function residentBytes(pid: number): number {
  try {
    const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match === null ? 0 : Number(match[1]) * 1024;
  } catch {
    return 0;
  }
}

export function familyBytes(pid: number): number {
  return residentBytes(pid) + childrenOf(pid).reduce((sum, child) => sum + familyBytes(child), 0);
}

/** Calls `exceeded` once when the family of `pid` holds more than the limit. Gives a function that ends the watch. */
export function watchMemory(pid: number, limitBytes: number, exceeded: () => void): () => void {
  const timer = setInterval(() => {
    if (familyBytes(pid) <= limitBytes) return;
    clearInterval(timer);
    exceeded();
  }, MEMORY_POLL_MS);
  return () => clearInterval(timer);
}
