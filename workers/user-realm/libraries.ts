/** Libraries that a program uses and the realm cannot fetch: asked of the page when first needed. */

/** danfojs, as far as it is used here. */
interface Danfo {
  readonly DataFrame: new (columns: Readonly<Record<string, readonly unknown[]>>) => unknown;
}

export class Libraries {
  private danfo: Promise<Danfo> | null = null;
  private readonly waiting = new Map<string, (source: string | null) => void>();

  constructor(private readonly need: (library: 'danfojs') => void) {}

  /** The page's answer to a `need`. */
  provide(library: string, source: string | null): void {
    this.waiting.get(library)?.(source);
    this.waiting.delete(library);
  }

  /** Columns as a danfojs DataFrame. */
  async dataFrame(columns: Readonly<Record<string, readonly unknown[]>>): Promise<unknown> {
    this.danfo ??= this.load();
    const { DataFrame } = await this.danfo;
    return new DataFrame(columns);
  }

  private async load(): Promise<Danfo> {
    const source = await new Promise<string | null>((resolve) => {
      this.waiting.set('danfojs', resolve);
      this.need('danfojs');
    });
    if (source === null) {
      this.danfo = null;
      throw new Error('danfojs, which toPandas() gives, could not be loaded: is the network there?');
    }
    return evaluateLibrary(source);
  }
}

/** The library is a script that leaves its exports in the variable `realm`. */
function evaluateLibrary(source: string): Danfo {
  return new Function(`${source}\nreturn realm;`)() as Danfo;
}
