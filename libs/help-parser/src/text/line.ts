/** One line of a page, split into its indentation (columns) and the text after it; a blank line has the text ''. */
export interface Line {
  readonly indent: number;
  readonly text: string;
}

/** Splits normalised text into lines; the final LF does not begin another line. */
export function toLines(text: string): Line[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => {
    const trimmed = line.trim();
    return { indent: trimmed === '' ? 0 : line.length - line.trimStart().length, text: trimmed };
  });
}

/** Whether nothing but blanks stands on the line. */
export function isBlank(line: Line): boolean {
  return line.text === '';
}

/** The smallest indentation of the lines that are not blank; 0 when all are. */
export function leastIndent(lines: readonly Line[]): number {
  let least = Infinity;
  for (const line of lines) if (!isBlank(line) && line.indent < least) least = line.indent;
  return least === Infinity ? 0 : least;
}

/**
 * Joins lines with LF: the common indentation goes, what is indented further keeps the difference, paragraphs stay apart by
 * one blank line, and blank lines at both ends go.
 */
export function joinLines(lines: readonly Line[]): string {
  const common = leastIndent(lines);
  const texts: string[] = [];
  for (const line of lines) {
    if (!isBlank(line)) texts.push(' '.repeat(line.indent - common) + line.text);
    else if (texts.length > 0 && texts.at(-1) !== '') texts.push('');
  }
  if (texts.at(-1) === '') texts.pop();
  return texts.join('\n');
}
