/** The user's configuration or usage is wrong (exit code 2). */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Something outside is missing or refused: a tool, a file, a permission, disk space (exit code 3). */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

/** A defect of this product (exit code 4); the only error whose stack a user sees. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}
