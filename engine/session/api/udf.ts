/** Functions of the user's, row by row over columns. */
import { SparkError } from '../../core/index.ts';
import type { WireValue } from '../../plan/index.ts';
import { decodeWire, typeFromJson } from '../../types/index.ts';
import type { ColumnFunction } from './client.ts';
import { columnExpr, ColumnImpl } from './column.ts';
import { toJs, wireFromJs } from './js-values.ts';
import { dataTypeOf, typeJson } from './type-texts.ts';
import type { Column, ColumnOrName, TypeLike } from './public/index.ts';

type AnyFunction = (...args: never[]) => unknown;

function raised(error: unknown): SparkError {
  if (error instanceof SparkError) return error;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new SparkError({
    errorClass: 'PythonException',
    condition: 'PYTHON_EXCEPTION',
    sqlState: '38000',
    parameters: { msg: 'A function of yours failed', traceback: text },
    sentence: `A function of yours failed: ${text}.`,
  });
}

/** The function over whole columns. A failure in it is raised as PYTHON_EXCEPTION, as Spark does for UDFs. */
export function columnFunction(f: AnyFunction, returnType: TypeLike): ColumnFunction {
  const result = dataTypeOf(returnType);
  return (columns, numRows, argTypes) => {
    const readers = argTypes.map((json) => {
      const type = typeFromJson(json);
      const convert = toJs(type);
      return (wire: WireValue) => convert(decodeWire(type, wire));
    });
    const out: WireValue[] = new Array(numRows);
    try {
      for (let i = 0; i < numRows; i++) {
        const args = columns.map((c, j) => (readers[j] as (w: WireValue) => unknown)(c[i] as WireValue));
        out[i] = wireFromJs(result, (f as (...a: unknown[]) => unknown)(...args));
      }
    } catch (error) {
      throw raised(error);
    }
    return out;
  };
}

/** What the user calls with columns. */
export function userFunction(functionId: number, functionName: string, returnType: TypeLike): (...columns: ColumnOrName[]) => Column {
  return (...columns) =>
    new ColumnImpl({
      type: 'CommonInlineUserDefinedFunction',
      functionName,
      functionId,
      deterministic: true,
      outputType: typeJson(returnType),
      arguments: columns.map((c) => columnExpr(c)),
    });
}
