/** What names of a session were looked up while something was analyzed. */
export interface Uses {
  readonly variables: readonly string[];
  readonly temporaryFunctions: readonly string[];
  readonly temporaryViews: readonly string[];
  /** A table or view was read, or a function that reads some was called. */
  readonly readsData: boolean;
}

/** Collects them. */
export class UsesRecorder {
  readonly variables = new Set<string>();
  readonly temporaryFunctions = new Set<string>();
  readonly temporaryViews = new Set<string>();
  readsData = false;

  get uses(): Uses {
    const { variables, temporaryFunctions, temporaryViews, readsData } = this;
    return { variables: [...variables], temporaryFunctions: [...temporaryFunctions], temporaryViews: [...temporaryViews], readsData };
  }
}
