/** What is going on, on one line of a terminal; silent where nobody looks. */
export class Progress {
  private shown = false;

  constructor(private readonly stream: NodeJS.WriteStream) {}

  private get isLive(): boolean {
    return this.stream.isTTY;
  }

  show(line: string): void {
    if (!this.isLive) return;
    this.stream.write(`\r\u001b[K${line}`);
    this.shown = true;
  }

  clear(): void {
    if (this.shown) this.stream.write('\r\u001b[K');
    this.shown = false;
  }
}
