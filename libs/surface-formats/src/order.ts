/** Compares by UTF-8 bytes (equal to code point order), the order every list of the parity formats uses. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
  }
  return a.length - b.length;
}

// A surrogate stands for a code point above U+FFFF, so it sorts after every other unit (also U+E000..U+FFFF).
function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Orders command paths token by token in byte order, a prefix first; the root is the empty path. */
export function comparePaths(a: readonly string[], b: readonly string[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compareBytes(a[i] as string, b[i] as string);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** A string that identifies a command path in a map; tokens cannot hold U+001F. */
export function pathKey(path: readonly string[]): string {
  return path.join('\u001f');
}

/** Keeps the members of `targets` in the order of `expected`; others are dropped. */
export function inTargetOrder(targets: Iterable<string>, expected: readonly string[]): string[] {
  const wanted = new Set(targets);
  return expected.filter((target) => wanted.has(target));
}
