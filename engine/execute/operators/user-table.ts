import { concat, decodeColumn, encodeColumn, gather, withType } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import { unsupported } from '../../core/index.ts';
import type { UserTable } from '../../functions/define.ts';
import type { GenerateExec } from '../../physical/index.ts';
import { rethrowAt } from '../../plan/index.ts';
import type { TableFunctionRows, TaskContext, WireValue } from '../../plan/index.ts';
import { typeToJson } from '../../types/index.ts';
import { columnIndexes, compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';

/** The rows that a table function of the user's makes of a partition, each beside the columns of the row it is of. */
export class UserTableOperator extends BaseOperator {
  private readonly args: readonly Evaluator[];
  private readonly kept: readonly number[];
  constructor(
    override readonly node: GenerateExec,
    private readonly userTable: UserTable,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    this.args = compileAll(node.generator.args, node.child.output, runtime);
    this.kept = columnIndexes(node.required, node.child.output);
  }

  protected *rows(partition: number): Iterable<Batch> {
    const task = this.runtime.task(partition);
    const batches = [...this.input.run(partition)];
    const length = batches.reduce((n, b) => n + b.length, 0);
    if (length === 0 && this.userTable.skipsEmpty) return;
    const { rows, columns } = this.call(batches, length, task);
    // What is made at the end of a partition without rows stands beside no row.
    const found = length === 0 && this.kept.length > 0 ? [] : rows;
    if (found.length === 0) return;
    const indices = Int32Array.from(found);
    const beside = this.kept.map((c) => gather(concat(this.node.child.output[c]?.type as Vector['type'], batches.map((b) => b.columns[c] as Vector)), indices));
    const made = this.node.generatorOutput.map((a, i) => withType(decodeColumn(a.type, columns[i] as readonly unknown[]), a.type));
    yield* this.runtime.pieces({ length: indices.length, columns: [...beside, ...made] });
  }

  private call(batches: readonly Batch[], numRows: number, task: TaskContext): TableFunctionRows {
    const { generator } = this.node;
    const { functionId, argNames, parts, analysisId } = this.userTable;
    const columns: WireValue[][] = generator.args.map(() => []);
    for (const batch of batches) {
      for (const [i, v] of evaluateAll(this.args, batch, task).entries()) for (const x of encodeColumn(v)) columns[i]?.push(x as WireValue);
    }
    try {
      if (task.callTableFunction === undefined) throw unsupported('A Python function in this place');
      return task.callTableFunction({
        functionId,
        columns,
        numRows,
        argTypes: generator.args.map((a) => typeToJson(a.type)),
        argNames,
        outputType: typeToJson(generator.type),
        ...(parts === undefined ? {} : { parts }),
        ...(analysisId === undefined ? {} : { analysisId }),
      });
    } catch (error) {
      return rethrowAt(error, generator.origin);
    }
  }
}
