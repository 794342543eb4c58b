import { isSectionHeader } from './sections';
import { asciiLower, isIndented, trim, trimStart } from './text';

const LABEL = 'usage:';

/** The prose before the options of a page. */
export interface PageHead {
  readonly about?: string;
  readonly usage?: string;
}

/** Reads the usage block and the description of a page (parity contract §2.4). */
export function readPageHead(lines: readonly string[]): PageHead {
  const usageIndex = lines.findIndex((line) => asciiLower(trimStart(line)).startsWith(LABEL));
  return {
    about: joined(aboutLines(lines, usageIndex)),
    usage: usageIndex < 0 ? undefined : joined(usageLines(lines, usageIndex)),
  };
}

// Whatever stands first is taken for a title and dropped; the reference loses one-line descriptions that way.
function aboutLines(lines: readonly string[], usageIndex: number): readonly string[] {
  const title = lines.findIndex((line) => trim(line) !== '');
  if (title < 0) return [];
  const end = usageIndex < 0 ? lines.length : usageIndex;
  return lines
    .slice(title + 1, end)
    .map(trim)
    .filter((line) => line !== '');
}

function usageLines(lines: readonly string[], usageIndex: number): readonly string[] {
  const first = trim(trimStart(lines[usageIndex] ?? '').slice(LABEL.length));
  const following = lines.slice(usageIndex + 1);
  const end = following.findIndex((line) => !continuesUsage(line));
  const rest = end < 0 ? following : following.slice(0, end);
  return [...(first === '' ? [] : [first]), ...rest.map(trim)];
}

function continuesUsage(line: string): boolean {
  const text = trim(line);
  return text !== '' && isIndented(line) && !(text.endsWith(':') && isSectionHeader(text));
}

function joined(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.join('\n');
}
