import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import GithubSlugger from 'github-slugger';

/** An id at one place, as a plain scan of lines sees it, without any Markdown parser. */
export interface Mention {
  readonly id: string;
  readonly line: number;
  readonly column: number;
  /** What stands there, where it is not the id letter by letter. */
  readonly raw?: string;
  readonly inCode: boolean;
  readonly bracketed: boolean;
  /** Last number of a range that begins with the id. */
  readonly rangeEnd?: number;
  readonly heading: string;
  readonly anchor: string;
  /** By key words in upper case on the line. */
  readonly level: string;
}

const HYPHEN = '[-\u2010-\u2015]';
const ID = new RegExp(`(?:ORCH|OC(?:${HYPHEN}[A-Z]+)+)${HYPHEN}(\\d{3,5})(?:\\.\\.(\\d{3,5}))?`, 'g');

/** The ids of a spec, line by line. */
export function mentionsIn(text: string): Mention[] {
  const slugger = new GithubSlugger();
  let [fence, heading, anchor] = ['', '', ''];
  return text.split('\n').flatMap((content, index) => {
    const marker = /^\s*(`{3,}|~{3,})/.exec(content)?.[1] ?? '';
    if (marker !== '') fence = fence === '' ? marker : marker.startsWith(fence) ? '' : fence;
    const title = fence === '' ? /^#{1,6}\s+(.*?)\s*$/.exec(content)?.[1] : undefined;
    if (title !== undefined) [heading, anchor] = [title, slugger.slug(title)];
    return [...content.matchAll(ID)].map(({ 0: all, 2: rangeEnd, index: at }): Mention => {
      const raw = all.replace(/\.\.\d+$/, '');
      const id = raw.replace(new RegExp(HYPHEN, 'g'), '-');
      return {
        id,
        line: index + 1,
        column: at + 1,
        ...(raw !== id && { raw }),
        inCode: fence !== '' || content.slice(0, at).split('`').length % 2 === 0,
        bracketed: content.charAt(at - 1) === '[' && content.charAt(at + all.length) === ']',
        ...(rangeEnd !== undefined && { rangeEnd: Number(rangeEnd) }),
        heading,
        anchor,
        level: upperCaseLevel(content),
      };
    });
  });
}

function upperCaseLevel(line: string): string {
  if (/\b(?:MUST|SHALL|REQUIRED)\b/.test(line)) return 'must';
  if (/\b(?:SHOULD|RECOMMENDED)\b/.test(line)) return 'should';
  return /\b(?:MAY|OPTIONAL)\b/.test(line) ? 'may' : 'info';
}

/** What the earlier tool took for the level: the strongest word anywhere in the line, in any case, in other words, too. */
export function substringLevel(line: string): string {
  return ['must', 'should', 'may'].find((word) => line.toLowerCase().includes(word)) ?? 'info';
}

interface RecordedMention {
  readonly id: string;
  readonly line: number;
  readonly column: number;
  readonly in_code_block: boolean;
  readonly in_inline_code: boolean;
  readonly bracketed: boolean;
  readonly heading: string;
  readonly github_anchor: string;
  readonly level_bcp14: string;
}

/** Where a scan and the recorded facts of a case differ. */
export function factProblems(folder: string, mentions: readonly Mention[]): string[] {
  const facts = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as {
    readonly mentions?: readonly RecordedMention[];
  };
  if (facts.mentions === undefined) return [];
  const recorded = facts.mentions.map((mention) =>
    print([
      mention.id,
      mention.line,
      mention.column,
      mention.in_code_block || mention.in_inline_code,
      mention.bracketed,
      mention.heading,
      mention.github_anchor,
      mention.level_bcp14,
    ]),
  );
  const scanned = mentions.map((mention) => {
    const { id, line, column, inCode, heading, anchor, level, rangeEnd } = mention;
    // The facts do not take the brackets around a range for such.
    const bracketed = mention.bracketed && rangeEnd === undefined;
    return print([id, line, column, inCode, bracketed, heading, anchor, level]);
  });
  return [
    ...recorded.filter((text) => !scanned.includes(text)).map((text) => `only recorded: ${text}`),
    ...scanned.filter((text) => !recorded.includes(text)).map((text) => `only scanned: ${text}`),
  ];
}

function print(values: readonly unknown[]): string {
  return values.join(' | ');
}
