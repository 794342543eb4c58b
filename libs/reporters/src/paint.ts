/** Wraps text in the ANSI escapes of one style, or leaves it. */
export type Paint = Readonly<Record<keyof typeof STYLES, (text: string) => string>>;

/** The SGR codes that start and end a style. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

/**
 * Styles that do something only when colour is wanted.
 *
 * @req FP-CLI-005
 */
export function painter(isColored: boolean): Paint {
  const entries = Object.entries(STYLES).map(([name, [start, end]]) => [
    name,
    (text: string) => (isColored && text !== '' ? `\x1b[${start}m${text}\x1b[${end}m` : text),
  ]);
  return Object.fromEntries(entries) as Paint;
}
