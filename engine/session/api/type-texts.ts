/** Types as the user gives them: as such, or as DDL texts, in which TIMESTAMP is what the session means by it at that time. */
import type { TypeJson } from '../../plan/index.ts';
import { parseDataType, sessionTimestampType, typeToJson } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import { activeSetting } from './active-client.ts';
import type { TypeLike } from './public/index.ts';

/** Raises ParseException. */
export function dataTypeOf(type: TypeLike): DataType {
  return typeof type === 'string' ? parseDataType(type, sessionTimestampType(activeSetting)) : (type as DataType);
}

/** The form that plans hold. What else a text may be, the analyzer reads. */
export function typeJson(type: TypeLike): TypeJson {
  return typeof type === 'string' && !/timestamp/i.test(type) ? type : (typeToJson(dataTypeOf(type)) as TypeJson);
}
