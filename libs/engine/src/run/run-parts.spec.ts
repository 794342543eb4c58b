import { type AnyDerivation, failure, type Finding, type Result, success, ToolError } from '@fixpoint/model';
import { LETTERS, type Letters, type LettersConfig } from '../testing/letters-derivation';
import { memoryRoot, type MemoryRoot } from '../testing/memory-root';
import { type Ending, runDerivation } from './run-derivation';

const problem: Finding = { id: 'letters/x', severity: 'error', message: 'm', file: 'in/a', fix: 'f' };
const part = (name: string, ...findings: Finding[]): Result<Letters> =>
  success(new Map([[name, name]]), findings);

/** Letters that are collected one by one; each is given by a function that sees what has been written by then. */
function inParts(...parts: readonly (() => Result<Letters>)[]): AnyDerivation<LettersConfig> {
  return {
    ...LETTERS,
    keeps: () => true,
    async *collectParts() {
      for (const give of parts) yield give();
    },
  };
}

const run = (root: MemoryRoot, derivation: AnyDerivation<LettersConfig>, ending: Ending = 'apply') =>
  runDerivation({
    derivation,
    config: {},
    ports: root.ports,
    scope: { check: ending === 'fail' },
    root: 'libs/tool',
    ending,
    writer: root.writer,
  });

describe('a derivation that is collected in parts', () => {
  it('has each part written before the next one is collected, and gives one verdict [FP-ENG-014]', async () => {
    const root = memoryRoot();
    const seen: string[][] = [];
    const noting = (name: string) => () => {
      seen.push(root.content().map(([path]) => path));
      return part(name, { ...problem, severity: 'note', file: `in/${name}` });
    };
    const verdict = await run(root, inParts(noting('b'), noting('a')));
    expect(seen).toEqual([[], ['out/b', 'raw/b']]);
    expect(verdict).toMatchObject({
      outcome: 'clean',
      written: ['out/b', 'out/a'],
      removed: [],
      compared: 2,
    });
    expect(verdict.findings.map(({ file }) => file)).toEqual(['in/a', 'in/b']);
    expect(verdict.drifts.map(({ kind, path }) => [kind, path])).toEqual([
      ['missing', 'out/b'],
      ['missing', 'out/a'],
    ]);
  });

  it.each<[string, () => Result<Letters>, string]>([
    ['fails', () => failure(problem), 'drift'],
    [
      'throws',
      () => {
        throw new ToolError('gone');
      },
      'environment',
    ],
    ['gives nothing', () => success(new Map()), 'drift'],
  ])('keeps what was written when a later part %s [FP-ENG-014]', async (_name, broken, outcome) => {
    const root = memoryRoot();
    const verdict = await run(
      root,
      inParts(() => part('a'), broken),
    );
    expect(verdict).toMatchObject({ outcome, written: ['out/a'], compared: 1 });
    expect(verdict.findings).toHaveLength(1);
    expect(root.content()).toContainEqual(['out/a', 'A']);
  });

  it('is a defect without any part', async () => {
    expect(await run(memoryRoot(), inParts())).toMatchObject({ outcome: 'internal', written: [] });
  });

  it('is collected whole by a check', async () => {
    const root = memoryRoot({ 'in/a': 'x', 'out/a': 'X' });
    const derivation = inParts(() => failure(problem));
    expect(await run(root, derivation, 'fail')).toMatchObject({ outcome: 'clean', compared: 1 });
  });
});
