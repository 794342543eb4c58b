/** Options of every Fixpoint executor, as `schema.json` describes them. */
export interface RunExecutorOptions {
  readonly root: string;
  readonly release?: string;
  readonly triple?: string;
  readonly binary?: string;
  readonly format?: 'text' | 'json' | 'markdown' | 'sarif' | 'junit' | 'github';
  readonly pluginVersion?: string;
}
