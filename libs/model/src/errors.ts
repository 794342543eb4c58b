/** The user's configuration or usage is wrong (exit code 2). */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** What a ToolError may carry beside its message. */
export interface ToolErrorOptions extends ErrorOptions {
  /** The file it is about, named as the caller named it. */
  readonly file?: string;
  /** What can be done about it, to be followed as it stands. */
  readonly fix?: string;
}

/** Something outside is missing or refused: a tool, a file, a permission, disk space (exit code 3). */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  readonly file?: string;
  readonly fix?: string;

  constructor(message: string, options: ToolErrorOptions = {}) {
    super(message, options);
    this.file = options.file;
    this.fix = options.fix;
  }
}

/** A defect of this product (exit code 4); the only error whose stack a user sees. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}
