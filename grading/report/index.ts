/** Reports: one verdict printed in the forms that people and tools read. */
import type { Verdict } from '../verdict.ts';
import { exercismReport } from './exercism.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { textReport } from './text.ts';

export const REPORT_FORMATS = ['text', 'json', 'junit', 'markdown', 'exercism'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export function report(v: Verdict, format: ReportFormat, colour = false): string {
  switch (format) {
    case 'text':
      return textReport(v, { colour });
    case 'json':
      return `${JSON.stringify(v, null, 2)}\n`;
    case 'junit':
      return junitReport(v);
    case 'markdown':
      return markdownReport(v);
    case 'exercism':
      return exercismReport(v);
  }
}

export { exercismReport, junitReport, markdownReport, textReport };
