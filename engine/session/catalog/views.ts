/** Temporary views: names for analyzed queries. */
import type { LogicalPlan, Relation } from '../../plan/index.ts';
import type { StructType } from '../../types/index.ts';
import type { ViewText } from './view-plan.ts';

export interface View {
  readonly name: string;
  readonly plan: LogicalPlan;
  /** As it was written, with the views that it names itself inside: for engines that have not the view. */
  readonly relation: Relation;
  /** Of a view that was written in SQL: it is analyzed anew each time, and its columns stay as they are here. */
  readonly definition?: ViewText;
  readonly schema?: StructType;
  /** Microseconds since the epoch. */
  readonly created?: number;
  readonly comment?: string;
}

/** Views by name, without regard to case. */
export class ViewStore {
  private readonly views = new Map<string, View>();

  get(name: string): View | undefined {
    return this.views.get(name.toLowerCase());
  }
  set(view: View): void {
    this.views.set(view.name.toLowerCase(), view);
  }
  delete(name: string): boolean {
    return this.views.delete(name.toLowerCase());
  }
  all(): readonly View[] {
    return [...this.views.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }
}
