import { compareText, relativePath, resolvePath } from '@fixpoint/model';
import type { SpecDocument } from '@fixpoint/spec-document';
import type { Level, Requirement } from '@fixpoint/spec-formats';
import { codeSpan, escapeMarkdown } from '@fixpoint/structured-text';
import { PAGE_MARK } from './generated-mark';

/** A spec and what the index has of it. */
export interface IndexedSpec {
  readonly spec: SpecDocument;
  readonly requirements: readonly Requirement[];
}

const LEVELS: readonly Level[] = ['must', 'should', 'may', 'info'];

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
  return `- [${escapeMarkdown(file)}](${target(page, file, file)}): ${counted(requirements.length, 'requirement')}${levels(requirements)}`;
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
  return `- [${prose(id)}](${target(page, file, links[0] ?? file)}) **${level}**${prose(`: ${title}${where}`)}`;
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

/** Stands for the workspace: specs may lie above the root. */
const SOMEWHERE = '/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p';

/** The way from the page to a place in a spec, as it is written in Markdown. */
function target(page: string, file: string, link: string): string {
  const directory = page.split('/').slice(0, -1).join('/');
  const way = relativePath(resolvePath(SOMEWHERE, directory), resolvePath(SOMEWHERE, file));
  const anchor = link.startsWith(`${file}#`) ? `#${encode(link.slice(file.length + 1))}` : '';
  return encode(way) + anchor;
}

function encode(text: string): string {
  return encodeURI(text).replace(
    /[()#?]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
