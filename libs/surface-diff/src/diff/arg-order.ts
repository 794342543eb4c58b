/**
 * The order of the arguments in a usage text: the first line that names all of them decides. Undefined when no line does, as
 * for usage texts that say `[ARGS]` only.
 */
export function argOrder(usage: string | undefined, names: readonly string[]): readonly string[] | undefined {
  if (names.length < 2) return names;
  const wanted = new Set(names);
  for (const line of (usage ?? '').split('\n')) {
    const order = [...new Set(placeholders(line).filter((name) => wanted.has(name)))];
    if (order.length === wanted.size) return order;
  }
  return undefined;
}

// Values of flags are written alike, but name other things or stand right behind their flag.
function placeholders(line: string): string[] {
  return [...line.matchAll(/(?<!--?[\w-]+[= ])[<[]?([A-Za-z][\w-]*)[>\]]?(?:\.\.\.)?/g)].map(
    ([, name]) => name as string,
  );
}
