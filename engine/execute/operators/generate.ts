import { createBuilder, gather, cellReader } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { callContext, rethrowAt } from '../../plan/index.ts';
import type { GenerateExec } from '../../physical/index.ts';
import type { Value } from '../../types/index.ts';
import { columnIndexes, compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';

/** The rows that a generator makes of each input row, beside the input's columns; with `outer` at least one row of nulls. */
export class GenerateOperator extends BaseOperator {
  private readonly args: readonly Evaluator[];
  private readonly kept: readonly number[];
  constructor(
    override readonly node: GenerateExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    this.args = compileAll(node.generator.args, node.child.output, runtime);
    this.kept = columnIndexes(node.required, node.child.output);
  }
  protected *rows(partition: number): Iterable<Batch> {
    const { generator, generatorOutput } = this.node;
    const outer = this.node.outer || generator.fn.outer === true;
    const task = this.runtime.task(partition);
    const context = callContext(task, generator);
    for (const batch of this.input.run(partition)) {
      const readers = evaluateAll(this.args, batch, task).map(cellReader);
      const builders = generatorOutput.map((a) => createBuilder(a.type, batch.length));
      const from: number[] = [];
      const values: Value[] = new Array(readers.length);
      for (let i = 0; i < batch.length; i++) {
        for (let k = 0; k < readers.length; k++) values[k] = (readers[k] as (row: number) => Value)(i);
        const made = generate(() => generator.fn.rows([...values], context), this.node);
        for (const row of made) {
          from.push(i);
          for (let c = 0; c < builders.length; c++) builders[c]?.append(row[c] ?? null);
        }
        if (made.length === 0 && outer) {
          from.push(i);
          for (const b of builders) b.append(null);
        }
      }
      if (from.length === 0) continue;
      const indices = Int32Array.from(from);
      const columns = [...this.kept.map((c) => gather(batch.columns[c] as Batch['columns'][number], indices)), ...builders.map((b) => b.finish())];
      yield* this.runtime.pieces({ length: indices.length, columns });
    }
  }
}

function generate<T>(f: () => T, node: GenerateExec): T {
  try {
    return f();
  } catch (error) {
    return rethrowAt(error, node.generator.origin);
  }
}
