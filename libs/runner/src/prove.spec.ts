import { tempDirectory } from '@fixpoint/testkit';
import type { Family } from './families';
import { prove } from './prove';
import { derivationOf, familyOf } from './testing/families';

/** A command line that writes what an expression gives to `out.txt` of the root it is called for. */
const writing = (expression: string): string[] => [
  process.execPath,
  '-e',
  `const { dirname, resolve } = require('node:path');
   const fs = require('node:fs');
   const root = resolve(process.argv[process.argv.indexOf('--root') + 1]);
   fs.writeFileSync(root + '/out.txt', String(${expression}));`,
];

describe('prove', () => {
  const workspace = tempDirectory();
  const family = familyOf({ demo: [derivationOf()] });

  const run = (self: readonly string[], runs = 3, kind: Family = family, ...others: Family[]) => {
    workspace.write('nx.json', '{}');
    workspace.write(`root/${family.marker}`, '{}');
    workspace.write('root/a.txt', 'a');
    workspace.write('root/b.txt', 'b');
    workspace.write('root/out.txt', 'committed\n');
    return prove({ root: 'root', base: workspace.path, runs, self, families: [kind, ...others] });
  };

  it('is satisfied by what depends on its inputs alone, and leaves the workspace as it was', async () => {
    const { verdict, text } = await run(writing("fs.readFileSync(root + '/a.txt', 'utf8')"));
    expect(verdict).toMatchObject({ outcome: 'clean', compared: 3 });
    expect(text).toContain('1 artifact of root: the same bytes in 3 runs');
    expect(workspace.read('root/out.txt')).toBe('committed\n');
  });

  it.each([
    ['the time zone', "'same ' + process.env.TZ", 5],
    ['the locale', "'same ' + process.env.LC_ALL", 5],
    ['the directory', "'same ' + root.split('/').at(-2)", 9],
    ['the working directory', "'same ' + process.cwd().split('/').length", 5],
  ])('finds what depends on %s, at the first byte [FP-DET-009]', async (_what, expression, byte) => {
    const { verdict } = await run(writing(expression));
    expect(verdict.outcome).toBe('drift');
    expect(verdict.findings[0]).toMatchObject({
      id: 'prove/not-deterministic',
      file: 'out.txt',
      position: { line: 1 },
    });
    expect(verdict.findings[0]?.message).toMatch(new RegExp(`^byte ${byte} `));
  });

  it('compares what is written where the marker says as well', async () => {
    const elsewhere = {
      ...familyOf({ demo: [derivationOf({ owns: () => [] })] }),
      outputs: () => ['out.txt'],
    };
    const { verdict } = await run(writing('process.env.TZ'), 2, elsewhere);
    expect(verdict.findings[0]).toMatchObject({ id: 'prove/not-deterministic', file: 'out.txt' });
  });

  it('proves a directory as everything that it is a root of, without what is switched off', async () => {
    const other: Family = {
      ...familyOf({ index: [derivationOf({ id: 'index', owns: () => ['index*.txt'] })], off: [] }),
      kind: 'other',
      switchedOff: (_, target) => (target === 'off' ? 'off' : undefined),
    };
    const self = writing("fs.writeFileSync(root + '/index.txt', process.env.TZ) ?? 'same'");
    const { verdict } = await run(self, 2, family, other);
    expect(verdict.findings).toMatchObject([{ id: 'prove/not-deterministic', file: 'index.txt' }]);
    const both = writing(
      "fs.writeFileSync(root + '/index.txt', process.argv[1] === 'off' ? 'off' : 'on') ?? 'same'",
    );
    expect((await run(both, 2, family, other)).text).toContain('2 artifacts of root');
  });

  it('derives from nothing: what is committed is not there to be kept [FP-DET-009]', async () => {
    const { verdict } = await run(writing("fs.existsSync(root + '/out.txt')"));
    expect(verdict).toMatchObject({ outcome: 'clean' });
    const kept = await run(writing("fs.existsSync(root + '/out.txt') ? process.env.TZ : 'fresh'"));
    expect(kept.verdict).toMatchObject({ outcome: 'clean' });
  });

  it('fails when a target does not end, and when nothing is derived', async () => {
    const { verdict } = await run([process.execPath, '-e', 'process.exit(3)']);
    expect(verdict.findings[0]).toMatchObject({
      id: 'prove/target-failed',
      message: expect.stringContaining('exit code 3'),
      fix: 'make this pass first: fixpoint demo --root root',
    });
    const nothing = await run([process.execPath, '-e', '']);
    expect(nothing.verdict.findings[0]).toMatchObject({ id: 'prove/nothing-derived' });
  });

  it.each([1, 0, Number.NaN, 2.5])('wants two runs or more, not %s', async (runs) => {
    const { verdict } = await run(writing("''"), runs);
    expect(verdict).toMatchObject({ outcome: 'usage', findings: [{ id: 'usage/too-few-runs' }] });
  });
});
