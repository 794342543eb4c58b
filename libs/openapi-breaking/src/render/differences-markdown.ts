import type { Severity } from '@fixpoint/model';
import { codeSpan, escapeMarkdown } from '@fixpoint/structured-text';
import { bumpOf } from '../bump';
import { changeText, repeatText, useText } from '../describe';
import { operationText } from '../difference';
import type { WeighedDifference } from '../weigh';

/** What is rendered. */
export interface RenderedDifferences {
  /** The document, by its name. */
  readonly name: string;
  /** What it is compared with, in words. */
  readonly base: string;
  readonly differences: readonly WeighedDifference[];
  /** How many interactions there are; absent where nothing is known of consumers. */
  readonly interactions?: number;
}

const SECTIONS: readonly (readonly [Severity, string])[] = [
  ['error', 'Breaking'],
  ['warning', 'May break'],
  ['note', 'Compatible'],
];

/** The differences of a document for release notes, with the bump that its version needs. */
export function differencesMarkdown(rendered: RenderedDifferences): string {
  const { name, base, differences } = rendered;
  const title = `## ${escapeMarkdown(name)}, compared with ${escapeMarkdown(base)}`;
  if (differences.length === 0) return `${title}\n\nNo differences.\n`;
  const sections = SECTIONS.flatMap(([severity, heading]) => {
    const lines = differences
      .filter((one) => one.severity === severity)
      .map((one) => lineOf(one, rendered.interactions));
    return lines.length === 0 ? [] : [`### ${heading}\n\n${lines.join('\n')}`];
  });
  const bump = `Needs a ${bumpOf(differences)} version.`;
  return `${[title, bump, ...sections].join('\n\n')}\n`;
}

function lineOf(one: WeighedDifference, total: number | undefined): string {
  const { difference, waiver } = one;
  const { operation, subject, rule } = difference;
  const where = operation === undefined ? '' : `${codeSpan(operationText(operation))} `;
  const what = subject === 'it' ? '' : `${subject} `;
  const waived =
    waiver === undefined ? '' : `; waived until ${waiver.until}: ${escapeMarkdown(waiver.reason)}`;
  const repeat = repeatText(one);
  const elsewhere = repeat === '' ? '' : ` ${escapeMarkdown(repeat)}`;
  const rest = `${changeText(one)}${useText(one, total)}${elsewhere}`;
  return `- ${where}${what}${rest}${waived} (${codeSpan(rule)})`;
}
