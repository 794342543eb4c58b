import type { CodeBlock } from '@fixpoint/markdown-document';
import type { Finding } from '@fixpoint/model';
import { counted } from '@fixpoint/structured-text';
import type { IdInCode } from './ids-in-code';

interface CodeOfSpec {
  readonly file: string;
  readonly code: readonly CodeBlock[];
  readonly inCode: readonly IdInCode[];
}

interface FenceContent {
  readonly block: CodeBlock;
  /** Lines of the document that would be headings. */
  readonly headings: readonly number[];
  /** Line on which another fence would begin. */
  readonly inner: number | undefined;
  readonly ids: readonly string[];
}

/** Languages in which a line that begins with `##` is meant as a heading. */
const PROSE_LANGUAGES: ReadonlySet<string> = new Set(['', 'md', 'markdown', 'mdx', 'text', 'txt']);

/** Fences that may hold more than they should: one that is never closed makes code of all that follows. */
export function codeFindings({ file, code, inCode }: CodeOfSpec): Finding[] {
  return code
    .filter(({ kind }) => kind === 'fence')
    .flatMap((block) => {
      const lines = block.text.split('\n');
      const content: FenceContent = {
        block,
        headings: numbersOf(lines, block, /^ {0,3}#{1,6}[ \t]+\S/),
        inner: innerFence(lines, block),
        ids: [...new Set(inCode.filter((found) => found.block === block).map(({ id }) => id))],
      };
      return findingOf(file, content) ?? [];
    });
}

function numbersOf(lines: readonly string[], { textLine }: CodeBlock, pattern: RegExp): number[] {
  return lines.flatMap((line, index) => (pattern.test(line) ? [textLine + index] : []));
}

/** A fence that begins in another one, with as many characters at least: one of fewer may well be quoted. */
function innerFence(lines: readonly string[], { textLine, fence }: CodeBlock): number | undefined {
  const index = lines.findIndex((line) => {
    const [, marker = ''] = /^ {0,3}(`{3,}|~{3,})[\w-]+\s*$/.exec(line) ?? [];
    return marker.startsWith(fence);
  });
  return index === -1 ? undefined : textLine + index;
}

function findingOf(file: string, content: FenceContent): Finding | undefined {
  const { block, headings, inner, ids } = content;
  const holdsText = headings.length > 0 || ids.length > 0;
  if (!block.isClosed && holdsText) {
    return unclosed(file, content, 'the fence is never closed');
  }
  if (headings.length > 0 && inner !== undefined && isProse(block)) {
    return unclosed(file, content, `the fence goes on past line ${inner}, where another one seems to begin`);
  }
  return isProse(block) ? headingInFence(file, content) : undefined;
}

function isProse({ language }: CodeBlock): boolean {
  return PROSE_LANGUAGES.has(language);
}

function unclosed(file: string, { block, headings, ids }: FenceContent, problem: string): Finding {
  const held = [
    headings.length === 0 ? '' : `${counted(headings.length, 'heading')} (the first on line ${headings[0]})`,
    ids.length === 0
      ? ''
      : `${counted(ids.length, 'id')} (${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ', …' : ''})`,
  ].filter((text) => text !== '');
  return {
    id: 'spec-extract/unclosed-fence',
    severity: 'error',
    message: `${problem}, so that ${held.join(' and ')} below it count as code`,
    file,
    position: { line: block.line, column: 1 },
    fix: `close the fence of line ${block.line} where the code ends; a fence around another one needs more of its characters`,
  };
}

function headingInFence(file: string, { block, headings }: FenceContent): Finding | undefined {
  const [line] = headings;
  if (line === undefined || (block.language === '' && !/^ {0,3}#{2,6}[ \t]/m.test(block.text)))
    return undefined;
  return {
    id: 'spec-extract/heading-in-fence',
    severity: 'note',
    message: `${counted(headings.length, 'line')} in the fence of line ${block.line} would be a heading outside of it; here it is code`,
    file,
    position: { line, column: 1 },
    fix: `if it is meant as a heading, close the fence above line ${line}`,
  };
}
