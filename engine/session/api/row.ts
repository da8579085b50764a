/** Rows of results. */
import { SparkError } from '../../core/index.ts';
import type { CellValue, Row } from './public/index.ts';

class ResultRow {
  readonly #names: readonly string[];
  readonly #values: readonly CellValue[];

  constructor(names: readonly string[], values: readonly CellValue[]) {
    this.#names = names;
    this.#values = values;
    for (let i = names.length - 1; i >= 0; i--) {
      const name = names[i] as string;
      if (!(name in ResultRow.prototype)) {
        Object.defineProperty(this, name, { value: values[i], enumerable: true, configurable: true });
      }
    }
  }

  get(field: string | number): CellValue {
    const index = typeof field === 'number' ? field : this.#names.indexOf(field);
    if (index < 0 || index >= this.#values.length) {
      throw new SparkError({
        errorClass: 'IllegalArgumentException',
        condition: 'FIELD_NOT_EXISTS',
        sqlState: null,
        parameters: { field: String(field) },
        sentence: `The row has no field ${String(field)}; it has ${this.#names.join(', ')}.`,
      });
    }
    return this.#values[index] as CellValue;
  }
  toArray(): CellValue[] {
    return [...this.#values];
  }
  asDict(): Record<string, CellValue> {
    return Object.fromEntries(this.#names.map((n, i) => [n, this.#values[i] as CellValue]));
  }
  toString(): string {
    return `Row(${this.#names.map((n, i) => `${n}=${shown(this.#values[i] as CellValue)}`).join(', ')})`;
  }
}

function shown(value: CellValue): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  return String(value);
}

export function makeRow(names: readonly string[], values: readonly CellValue[]): Row {
  return new ResultRow(names, values) as unknown as Row;
}
export function isRow(value: unknown): value is Row {
  return value instanceof ResultRow;
}
