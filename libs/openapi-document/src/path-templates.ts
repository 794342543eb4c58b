/** The names in the braces of a path template, in order. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string);
}

/** A path template without its names: two that are the same match the same requests. */
export function templateShape(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}
