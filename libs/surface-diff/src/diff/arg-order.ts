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

// A word right behind a flag is its value, which is written like an argument.
function placeholders(line: string): string[] {
  let isValue = false;
  return line.split(/\s+/).flatMap((word) => {
    const bare = word.replace(/^[[(<{]+/, '');
    const isFlag = bare.startsWith('-') && bare !== '--';
    const wasValue = isValue;
    isValue = isFlag && !/[=\])]/.test(bare);
    const [name] = /^[A-Za-z][\w-]*/.exec(bare) ?? [];
    return isFlag || wasValue || name === undefined ? [] : [name];
  });
}
