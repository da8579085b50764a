/** Casts of columns: a kernel for common pairs, once for each text of a dictionary, else value by value. */
import { cellReader, constantVector, createBuilder, mapDictionary, nullVector, withType } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { isLegacy } from '../../functions/legacy-datetime/index.ts';
import { rethrowCast } from '../../plan/index.ts';
import type { Cast, TaskContext } from '../../plan/index.ts';
import { caster, sameType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import { castKernel } from './cast-kernels.ts';
import type { Evaluator } from './evaluator.ts';

export function compileCast(e: Cast, child: Evaluator): Evaluator {
  return (batch, task) => {
    const column = child(batch, task);
    try {
      return castColumn(column, e.child.type, e.type, e.mode, task);
    } catch (error) {
      return rethrowCast(error, e);
    }
  };
}

/** The column under another type; raises as `caster` does, but never because of what lies at a null row. */
export function castColumn(v: Vector, from: DataType, to: DataType, mode: Cast['mode'], task: TaskContext): Vector {
  const n = v.length;
  if (v.layout === 'null') return to.kind === 'null' ? v : nullVector(to, n);
  if (sameType(from, to, true)) return withType(v, to);
  const made = castKernel(v, from, to, mode, task.sessionTimeZone);
  if (made !== undefined) return made;
  const convert = caster(from, to, mode, { timeZone: task.sessionTimeZone, now: task.environment.now, interpreted: task.interpreted, oldDates: isLegacy(task.conf) });
  if (v.layout === 'string') {
    if (v.dictionary.length === 1 && v.validity === null && n > 0) return constantVector(to, convert(v.dictionary[0] as string), n);
    return mapDictionary(v, v.validity, to, convert);
  }
  const read = cellReader(v);
  const builder = createBuilder(to, n);
  for (let i = 0; i < n; i++) builder.append(convert(read(i)));
  return builder.finish();
}
