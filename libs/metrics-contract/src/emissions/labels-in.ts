/** The labels in a piece of code: what stands in quotes, or every word if nothing does. */
export function labelsIn(code: string): string[] {
  const quoted = [...code.matchAll(/"([^"\n]*)"|'([^'\n]*)'|`([^`\n]*)`/g)];
  if (quoted.length > 0) return quoted.map(([, double, single, tick]) => double ?? single ?? tick ?? '');
  return code.match(/[A-Za-z_]\w*/g) ?? [];
}
