/** The names of the parameters of a path template, in their order. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string);
}

/** A path template without the names of its parameters: those of two documents may differ for the same path. */
export function templateShape(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}
