/** Datetime patterns (`yyyy-MM-dd HH:mm:ss`): their elements, and moments written and read by them. */
export { elementsOf } from './elements.ts';
export type { Element } from './elements.ts';
export { momentWriter, writesDatesOnly } from './format.ts';
export type { Moment } from './format.ts';
export { MONTHS, shortName, WEEKDAYS } from './names.ts';
export { dateProblem, momentParser, ParseFailure, rangeProblem } from './parse.ts';
export type { ParsedMoment } from './parse.ts';
export { fixedParser } from './parse-fixed.ts';
export type { FixedParser } from './parse-fixed.ts';
