/** Options of every Fixpoint executor, as `schema.json` describes them. */
export interface RunExecutorOptions {
  readonly root: string;
  readonly documents?: readonly string[];
  readonly also?: readonly { readonly root: string; readonly documents?: readonly string[] }[];
  readonly release?: string;
  readonly triple?: string;
  readonly binary?: string;
  readonly status?: string;
  readonly passedTarget?: readonly string[];
  readonly failedTarget?: readonly string[];
  readonly skippedTarget?: readonly string[];
  readonly confirm?: readonly string[];
  readonly fix?: boolean;
  readonly apply?: boolean;
  readonly allowBackward?: boolean;
  readonly minSupported?: string;
  readonly format?: 'text' | 'json' | 'markdown' | 'sarif' | 'junit' | 'github';
  readonly pluginVersion?: string;
  readonly generators?: readonly string[];
}
