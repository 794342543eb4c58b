/** Whether a text holds nothing but Unicode white space, the way the parity formats see it. */
export function isBlank(text: string | null | undefined): boolean {
  return /^\p{White_Space}*$/u.test(text ?? '');
}

/** A text without white space (Unicode) around it. */
export function trimmed(text: string): string {
  return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
}

/** A command path as findings of rules version 1 render it: `a/b`, and `[]` for the tool itself. */
export function renderPath(path: readonly string[]): string {
  return path.length === 0 ? '[]' : path.join('/');
}

/** A value on one line, cut where it gets long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
