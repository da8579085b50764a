/** What a window specification holds, for the expression of `over`. */
import { SparkError } from '../../core/index.ts';
import type { WindowExpr } from '../../plan/index.ts';

export type WindowPartsOf = Pick<WindowExpr, 'partitionSpec' | 'orderSpec' | 'frameSpec'>;

export class WindowSpecParts {
  constructor(readonly parts: WindowPartsOf) {}
}

/** The parts of a window. Throws NOT_WINDOWSPEC for anything else. */
export function windowParts(window: unknown): WindowPartsOf {
  if (window instanceof WindowSpecParts) return window.parts;
  throw new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'NOT_WINDOWSPEC',
    sqlState: null,
    parameters: { arg_name: 'window', arg_type: typeof window },
    sentence: 'over() takes a window: Window.partitionBy(…).orderBy(…).',
  });
}
