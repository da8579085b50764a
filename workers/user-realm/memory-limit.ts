/** Memory that a program may take before Python raises MemoryError. Keeps the tab alive; the realm's end is the guard. */
export const PYTHON_MEMORY_LIMIT_BYTES = 1024 * 1024 * 1024;

const PAGE_BYTES = 65_536;

/** Refuses growth of WebAssembly memories beyond the limit: malloc then fails and Python raises MemoryError. */
export function limitWasmMemory(limitBytes: number): void {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function limitedGrow(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * PAGE_BYTES > limitBytes) {
      throw new RangeError(`memory limit of ${limitBytes} bytes reached`);
    }
    return grow.call(this, pages);
  };
}
