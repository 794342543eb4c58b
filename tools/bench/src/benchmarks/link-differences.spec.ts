import type { LinkFinding } from '../link-check-process';
import { compareReports } from './link-differences';

const finding = (line: number, part: Partial<LinkFinding> = {}): LinkFinding => ({
  id: 'missing-file',
  file: 'docs/a.md',
  line,
  column: 1,
  target: 'no.md',
  kind: 'link',
  ...part,
});

const REPORT = `docs/a.md
1:1-1:9    warning Cannot find file \`no.md\`                       missing-file remark-validate-links
5:1-5:9    warning Cannot find heading for \`#x\`                   missing-heading remark-validate-links
6:1-6:9    warning Cannot find heading for \`#x\` in \`../b\`         missing-heading-in-file remark-validate-links

docs/c.md
1:1-1:9    warning Cannot find file \`gone.md\`                     missing-file remark-validate-links

⚠ 4 warnings
`;

describe('compareReports', () => {
  it('counts what both have, and gives reasons for what only one has', () => {
    const ours = [
      finding(1),
      finding(2, { target: '/x' }),
      finding(3, { kind: 'html' }),
      finding(4, { id: 'undefined-reference' }),
      finding(7),
    ];
    const { both, explained, unexplained } = compareReports(ours, REPORT);
    expect(both).toBe(1);
    expect(Object.values(explained)).toEqual([1, 1, 1, 1, 1]);
    expect(unexplained).toEqual(['docs/a.md:7:1', 'docs/c.md:1:1']);
  });
});
