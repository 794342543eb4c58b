import type { Finding } from '@fixpoint/model';
import type { SpecDocument } from '@fixpoint/spec-document';

/**
 * Sections that a spec should have and has not; titles are compared without case, numbering and punctuation.
 *
 * @req FP-LINT-003
 */
export function missingSections({ file, headings }: SpecDocument, sections: readonly string[]): Finding[] {
  const titles = new Set(headings.map(({ text }) => comparable(text)));
  return sections
    .filter((section) => !titles.has(comparable(section)))
    .map((section) => ({
      id: 'spec-lint/missing-section',
      severity: 'error',
      message: `the section "${section}" is missing`,
      file,
      position: { line: 1, column: 1 },
      expected: section,
      fix: `add a heading "${section}" with its text, or take it out of "lint.sections"`,
    }));
}

/** `1.2) Scope & Goals:` and `scope goals` are one title. A number alone is a title, too. */
function comparable(title: string): string {
  const plain = title.normalize('NFKC').toLowerCase();
  const unnumbered = plain.replace(/^[\s§]*(?:\d+(?:\.\d+)*|[a-z])[.):]?\s+(?=\S)/, '');
  return unnumbered.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
