import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { compareRequirement, type Pair } from './compare-requirement';
import { parityTable } from './parity-table';
import { mentionsIn } from './truth';

const RECORDED = resolve(__dirname, '../../../../shared/data/contracts/spec-extract');
const isThere = existsSync(RECORDED);
if (!isThere)
  process.stderr.write(`${RECORDED} is not there: the comparison with recorded specs is skipped\n`);

const SPEC = '# S\n\n## T & U\n\n* It **MUST** run. [ORCH-1000]\n* see ORCH-1001\n\n```\n[ORCH-1002]\n```\n';

/** Both sides agree on the requirement of line 5, apart from what a test changes. */
function pair(changes: Partial<Pair> = {}): Pair {
  const common = { title: 'It MUST run.', section: 'T & U', level: 'must', links: ['specs/a.md#t--u'] };
  return {
    id: 'ORCH-1000',
    file: 'specs/a.md',
    theirs: common,
    ours: { ...common, line: 5, text: 'It MUST run.', keywords: ['MUST'] },
    spec: { lines: SPEC.split('\n'), mentions: mentionsIn(SPEC) },
    status: 'ok',
    isThere: (file) => file === 'specs/a.md',
    ...changes,
  };
}

function changed(side: 'theirs' | 'ours', change: object): Pair {
  const both = pair();
  return { ...both, [side]: { ...both[side], ...change } };
}

/** A line in which the other tool takes a part of a word for a key word. */
const MUSTERED = '## T & U\n* It mustered. [ORCH-1001]';

const SUBSTRING = ((): Pair => {
  const common = { title: 'It mustered.', section: 'T & U', links: ['specs/a.md#t--u'] };
  return pair({
    id: 'ORCH-1001',
    theirs: { ...common, level: 'must' },
    ours: { ...common, level: 'info', line: 2, text: 'It mustered.', keywords: [] },
    spec: { lines: MUSTERED.split('\n'), mentions: mentionsIn(MUSTERED) },
  });
})();

describe('compareRequirement', () => {
  it.each([
    ['nothing', pair(), []],
    ['markup in the title', changed('theirs', { title: '* It **MUST** run. []' }), ['title debris']],
    ['a collapsed anchor', changed('theirs', { links: ['specs/a.md#t-u'] }), ['anchor']],
    ['another section', changed('theirs', { section: 'S' }), ['section']],
    ['a level by substring', SUBSTRING, ['level by BCP 14']],
    ['an id in code', pair({ id: 'ORCH-1002', ours: undefined }), ['code taken for a definition']],
  ])('finds a cause for %s', (_, one, causes) => {
    expect(compareRequirement(one)).toEqual({ name: one.id, causes, problems: [] });
  });

  it.each([
    ['a level of its own', changed('ours', { level: 'should' })],
    ['a section of its own', changed('ours', { section: 'S' })],
    ['an anchor that leads nowhere', changed('ours', { links: ['specs/a.md#t-u'] })],
    ['a title that is not in the spec', changed('ours', { title: 'It runs.' })],
    ['a title that ends in a word', changed('ours', { title: 'It MUS' })],
    ['a title that is cut in a word', changed('ours', { title: 'It MUS…' })],
    ['another line', changed('ours', { line: 6 })],
    ['a missing definition', pair({ ours: undefined })],
    [
      'a definition too many',
      pair({
        id: 'ORCH-1001',
        theirs: undefined,
        ours: { ...(pair().ours as NonNullable<Pair['ours']>), line: 6 },
      }),
    ],
    ['code as a definition', changed('ours', { line: 9 })],
    ['their level without a reason', changed('theirs', { level: 'may' })],
    ['their title without a reason', changed('theirs', { title: 'It walks' })],
  ])('finds %s worse', (_, one) => {
    expect(compareRequirement(one).problems).not.toEqual([]);
  });
});

describe('parityTable', () => {
  const directory = tempDirectory();

  function write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) directory.write(`unit/case/${path}`, text);
  }

  const INDEX =
    'source: .specs/a.md\nrequirements:\n  ORCH-1000: {title: It MUST run., section: S, level: must, links: [.specs/a.md#s]}\n';

  it('counts what is equal, and fails on what is worse', async () => {
    write({
      'input/.specs/a.md': '# S\n\n* It MUST run. [ORCH-1000]\n',
      'expected/requirements/a.yaml': INDEX,
      'facts.json': '{}',
      'meta.json': '{"status": "ok"}',
    });
    expect(await parityTable([directory.path])).toEqual({
      exitCode: 0,
      output:
        'unit/case .specs/a.md: 2 equal, 0 better, 0 worse\n\n2 compared: 2 equal, 0 better, 0 worse.\n',
    });
    write({ 'expected/requirements/a.yaml': INDEX.replace('ORCH-1000', 'ORCH-1001') });
    expect((await parityTable([directory.path])).exitCode).toBe(1);
  });

  it('fails where the facts say something else than the scan', async () => {
    write({
      'input/.specs/a.md': '# S\n\n* It MUST run. [ORCH-1000]\n',
      'expected/requirements/a.yaml': INDEX,
      'facts.json': '{"mentions": []}',
      'meta.json': '{"status": "ok"}',
    });
    expect((await parityTable([directory.path])).output).toContain('only scanned: ORCH-1000');
  });

  it('fails where there is nothing to compare, and says so where there is no data', async () => {
    expect((await parityTable([directory.path])).exitCode).toBe(1);
    expect((await parityTable([join(directory.path, 'absent')])).output).toContain('Nothing was compared');
  });

  (isThere ? it : it.skip)('finds nothing worse in the recorded specs', async () => {
    const { exitCode, output } = await parityTable([]);
    expect(output).toMatch(/^\d+ compared: \d+ equal, \d+ better, 0 worse\.$/m);
    expect(exitCode).toBe(0);
  });
});
