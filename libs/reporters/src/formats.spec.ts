import type { Finding, Report, Verdict } from '@fixpoint/model';
import fc from 'fast-check';
import { joinPath } from './entries';
import { codeBlock, codeSpan, escapeMarkdown } from './markdown-text';
import { printable } from './printable';
import { REPORTERS } from './registry';
import { REPORTS, reportOf, verdictOf } from './testing/reports';

const finding = (part: Partial<Finding> = {}): Finding => ({
  id: 'union/artifact-stale',
  severity: 'error',
  message: 'm',
  file: 'f.json',
  fix: 'fix it',
  ...part,
});
const many = (count: number, part: Partial<Finding> = {}) =>
  Array.from({ length: count }, (_, index) => finding({ message: `m${index}`, ...part }));
const drifted = (findings: readonly Finding[], more: Partial<Verdict> = {}): Report =>
  reportOf('drift', verdictOf({ outcome: 'drift', root: '.', findings, ...more }));

describe('text', () => {
  const lines = (report: Report) => REPORTERS.text(report).output.split('\n');

  it('tells a shared fix once, below the findings that share it', () => {
    const found = lines(drifted([...many(3), finding({ message: 'n', fix: 'other' })]));
    expect(found.filter((line) => line.startsWith('  fix:'))).toEqual(['  fix: fix it', '  fix: other']);
  });

  it('shows patches up to a screenful and says that there are more', () => {
    const patch = `--- a/f\n+++ b/f\n@@ -1,1 +1,30 @@\n${'+x\n'.repeat(30)}`;
    const found = lines(drifted(many(4, { patch })));
    expect(found.filter((line) => line === '    +x')).toHaveLength(60);
    expect(found).toContain('the patches of 2 findings are left out; the json format has all of them');
  });

  it('lists twenty changed files and counts the rest', () => {
    const written = Array.from({ length: 25 }, (_, index) => `raw/${index}`);
    const found = lines(reportOf('clean', verdictOf({ written, compared: 1 })));
    expect(found.filter((line) => line.startsWith('wrote'))).toHaveLength(20);
    expect(found).toContain('… and 5 more files');
    expect(found.at(-2)).toBe('✓ 25 files written (union)');
  });

  it('chains the commands of drift only, and at most three', () => {
    const findingsOf = (count: number) =>
      Array.from({ length: count }, (_, index) => finding({ file: `f${index}`, fix: `make f${index}` }));
    const lastLine = (count: number) => {
      const drifts = findingsOf(count).map(
        ({ file }) => ({ kind: 'orphan', path: file, committed: '' }) as const,
      );
      const edit = finding({ id: 'union/rule', fix: 'think' });
      return lines(drifted([...findingsOf(count), edit], { drifts })).at(-2);
    };
    expect(lastLine(0)).toBe('✗ 1 error in 1 file (union)');
    expect(lastLine(2)).toBe('✗ 3 errors in 3 files (union) — run: make f0 && make f1');
    expect(lastLine(4)).toBe('✗ 5 errors in 5 files (union) — run the 4 fixes above');
  });

  it('runs commands in the order of the derivations, not of the files', () => {
    const findings = [finding({ file: 'a', fix: 'second' }), finding({ file: 'b', fix: 'first' })];
    const drifts = ['b', 'a'].map((path) => ({ kind: 'orphan', path, committed: '' }) as const);
    expect(lines(drifted(findings, { drifts })).at(-2)).toContain('run: first && second');
  });

  it('tells a finding once that several targets report', () => {
    const verdicts = ['union', 'report'].map((target) =>
      verdictOf({ target, findings: [finding({ id: 'config/x' })] }),
    );
    expect(lines(reportOf('usage', ...verdicts)).filter((line) => line.includes('config/x'))).toHaveLength(1);
  });
});

describe('json', () => {
  it('keeps the order of keys, and files relative to their root', () => {
    const { output } = REPORTERS.json(REPORTS['several'] as Report);
    const document = JSON.parse(output) as { findings: Record<string, unknown>[] };
    expect(Object.keys(document)).toEqual(
      ['ok', 'outcome', 'exitCode', 'findings', 'violations', 'written', 'removed', 'compared', 'targets'], // prettier-ignore
    );
    const order = [
      ...[
        'id',
        'code',
        'severity',
        'file',
        'position',
        'path',
        'message',
        'expected',
        'actual',
        'fix',
        'patch',
      ],
      ...['target', 'root'],
    ];
    for (const one of document.findings) {
      expect(Object.keys(one)).toEqual(order.filter((key) => key in one));
    }
    expect(document.findings[1]).toMatchObject({
      file: 'snapshots/0.125.0/union.json',
      root: 'libs/codex/cli_manifest',
    });
  });
});

describe('github', () => {
  const lines = (report: Report) => REPORTERS.github(report).output.trimEnd().split('\n');

  it('puts errors first and one line for each, whatever they say', () => {
    const found = lines(
      drifted([
        finding({ file: 'a', severity: 'note' }),
        finding({ file: 'b', severity: 'warning' }),
        finding({ file: 'c', message: 'x\n::stop-commands::y\r\n100%' }),
      ]),
    );
    expect(found).toEqual([
      '::error file=c,title=union/artifact-stale::x%0A::stop-commands::y%0A100%25%0Afix: fix it',
      '::warning file=b,title=union/artifact-stale::m%0Afix: fix it',
      '::notice file=a,title=union/artifact-stale::m%0Afix: fix it',
      '✗ 1 error, 1 warning, 1 note in 3 files (union)',
    ]);
  });

  it('says when there are more than GitHub shows', () => {
    expect(lines(drifted(many(10)))).toHaveLength(11);
    expect(lines(drifted(many(11))).at(-2)).toBe(
      '::notice title=fixpoint::GitHub shows 10 annotations of each type; all 11 findings are in the log of this step',
    );
  });
});

describe('markdown', () => {
  it('leaves patches out, and says so, when a comment would be too long', () => {
    const patch = `--- a/f\n+++ b/f\n@@ -1,1 +1,40 @@\n${`+${'x'.repeat(200)}\n`.repeat(40)}`;
    const short = REPORTERS.markdown(drifted(many(3, { patch }))).output;
    const long = REPORTERS.markdown(drifted(many(30, { patch }))).output;
    expect(short).toContain('```diff');
    expect(long).not.toContain('```diff');
    expect(long).toContain('Patches are left out');
    expect(long.length).toBeLessThan(65_536);
  });

  it('cannot be broken out of', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[`~\n a@#]*$/), (text) => {
        const fence = /^`+/.exec(codeBlock(text, 'text'))?.[0] ?? '';
        expect(text.split(/[^`]/).every((run) => run.length < fence.length)).toBe(true);
        const span = codeSpan(text);
        const quote = /^`+/.exec(span)?.[0] ?? '';
        expect(span.slice(quote.length, -quote.length).split(/[^`]/)).not.toContain(quote);
        expect(span).not.toContain('\n');
      }),
    );
    expect(escapeMarkdown('<b> [x](y) @me #1 # @')).toBe('\\<b> \\[x\\](y) @<!-- -->me #<!-- -->1 # @');
  });
});

describe('helpers', () => {
  it.each([
    ['libs/x', 'a/b', 'libs/x/a/b'],
    ['./libs/x/', '../y.ts', 'libs/y.ts'],
    ['.', '../y.ts', '../y.ts'],
    ['../x', 'a', '../x/a'],
    ['libs\\x', 'a', 'libs/x/a'],
    ['/home/me', 'a', 'a'],
    ['C:\\me', '.', '.'],
    ['libs/x', '.', 'libs/x'],
  ])('joins %s and %s', (root, file, joined) => {
    expect(joinPath(root, file)).toBe(joined);
  });

  it('shows control characters instead of sending them [FP-DIAG-012]', () => {
    expect(printable('a\r\nb\rc\x1b[0m\t\u202e\uD800')).toBe('a\nb\\x0dc\\x1b[0m\t\\u202e\\ud800');
  });
});
