import { compareText } from '@fixpoint/model';
import type { SpecDocument } from '@fixpoint/spec-document';
import { LEVELS, type Requirement } from '@fixpoint/spec-formats';
import { codeSpan, counted, escapeMarkdown, linkTarget } from '@fixpoint/structured-text';
import { PAGE_MARK } from './generated-mark';

/** A spec and what the index has of it. */
export interface IndexedSpec {
  readonly spec: SpecDocument;
  readonly requirements: readonly Requirement[];
}

/** The aggregated page: how many requirements of each level there are, and all of them with links to where they stand. */
export function renderPage(specs: readonly IndexedSpec[], page: string): string {
  const sorted = [...specs].sort((a, b) => compareText(a.spec.file, b.spec.file));
  const all = sorted.flatMap(({ requirements }) => requirements);
  const blocks = [
    PAGE_MARK,
    '# Compliance',
    `${counted(all.length, 'requirement')} in ${counted(sorted.length, 'spec')}${levels(all)}.`,
    ...(sorted.length === 0 ? [] : [sorted.map((spec) => totals(spec, page)).join('\n')]),
    ...sorted.filter(({ requirements }) => requirements.length > 0).flatMap((spec) => section(spec, page)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function totals({ spec: { file }, requirements }: IndexedSpec, page: string): string {
  return `- [${escapeMarkdown(file)}](${linkTarget(page, file)}): ${counted(requirements.length, 'requirement')}${levels(requirements)}`;
}

function section({ spec: { file }, requirements }: IndexedSpec, page: string): string[] {
  const items = [...requirements]
    .sort((a, b) => compareText(a.id, b.id))
    .map((requirement) => item(requirement, page, file));
  return [`## ${codeSpan(file)}`, items.join('\n')];
}

function item(requirement: Requirement, page: string, file: string): string {
  const { id, title, section: heading, level, links } = requirement;
  const where = heading === '' ? '' : ` (${heading})`;
  return `- [${prose(id)}](${linkTarget(page, file, links[0] ?? file)}) **${level}**${prose(`: ${title}${where}`)}`;
}

/** An escaped underscore between letters or digits, with them. */
const INNER = /(?<=([\p{L}\p{N}]))\\_(?=([\p{L}\p{N}]))/gu;
const CJK = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}]/u;

/**
 * Escaped as formatters leave it. An underscore between letters is no markup, so that they take the escape away, except beside East Asian characters;
 * before a letter that is not ASCII they then take it for markup all the same, and a comment keeps the escape there.
 */
function prose(text: string): string {
  return escapeMarkdown(text).replace(INNER, (escaped: string, left: string, right: string) => {
    if (CJK.test(left) || CJK.test(right)) return escaped;
    return /[A-Za-z0-9]/.test(right) ? '_' : `<!-- -->${escaped}`;
  });
}

function levels(requirements: readonly Requirement[]): string {
  const parts = LEVELS.flatMap((level) => {
    const count = requirements.filter((requirement) => requirement.level === level).length;
    return count === 0 ? [] : [`${count} ${level}`];
  });
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
