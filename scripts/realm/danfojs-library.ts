/** What `toPandas()` needs of danfojs, as a script of its own that a realm asks for when it is first needed. */
export { concat, DataFrame, merge, Series, toDateTime } from 'danfojs';
