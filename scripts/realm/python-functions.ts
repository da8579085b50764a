/** The functions of the facade's `pyspark.sql.functions`, by their recorded signatures (`python/api/functions.json`). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PYTHON_DIRECTORY } from './facade.ts';

const functionSchema = z.object({
  name: z.string(),
  params: z.array(z.object({ name: z.string(), default: z.string().optional(), variadic: z.boolean().optional() })),
  target: z.string().nullable().optional(),
});
const apiSchema = z.object({ plain: z.array(functionSchema), special: z.array(functionSchema) });

export interface PythonFunction {
  readonly name: string;
  /** Its name in the registry. */
  readonly target: string;
  /** `date_trunc(format, timestamp)`. */
  readonly signature: string;
}

export function pythonFunctions(): PythonFunction[] {
  const api = apiSchema.parse(JSON.parse(readFileSync(`${PYTHON_DIRECTORY}api/functions.json`, 'utf8')));
  return [...api.plain, ...api.special].map(({ name, params, target }) => {
    const list = params.map((p) => `${p.variadic === true ? '*' : ''}${p.name}${p.default === undefined ? '' : `=${p.default}`}`);
    return { name, target: target ?? name, signature: `${name}(${list.join(', ')})` };
  });
}
