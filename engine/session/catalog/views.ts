/** Temporary views: names for analyzed queries. */
import type { LogicalPlan, Relation } from '../../plan/index.ts';

export interface View {
  readonly name: string;
  readonly plan: LogicalPlan;
  /** As it was written, with the views that it names itself inside: for engines that have not the view. */
  readonly relation: Relation;
  /** Its text names variables, which may change: it is analyzed anew each time. */
  readonly usesVariables?: boolean;
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
