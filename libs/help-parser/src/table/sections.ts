import { isBlank, type Line } from '../text/line';

/** A run of lines under one heading; the heading is without its colon, '' for lines before the first heading. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly Line[];
}

/** What a heading rule sees: the line and its neighbours that are not blank. */
export interface HeadingPlace {
  readonly line: Line;
  /** Whether a blank line or the start of the page comes before. */
  readonly afterGap: boolean;
  readonly next: Line | undefined;
}

/** Cuts lines into sections; what makes a heading is the grammar's own. */
export function splitSections(
  lines: readonly Line[],
  isHeading: (place: HeadingPlace) => boolean,
): Section[] {
  const nexts = nextLines(lines);
  const sections: { heading: string; lines: Line[] }[] = [{ heading: '', lines: [] }];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const place = { line, afterGap: before === undefined || isBlank(before), next: nexts[index] };
    if (!isBlank(line) && isHeading(place))
      sections.push({ heading: line.text.replace(/:$/, ''), lines: [] });
    else sections.at(-1)?.lines.push(line);
  });
  return sections;
}

// For each line the next one that is not blank, found in one pass from the end.
function nextLines(lines: readonly Line[]): (Line | undefined)[] {
  const nexts: (Line | undefined)[] = [];
  let next: Line | undefined;
  for (let index = lines.length - 1; index >= 0; index--) {
    nexts[index] = next;
    if (!isBlank(lines[index] as Line)) next = lines[index];
  }
  return nexts;
}
