import {
  type AnyDerivation,
  ConfigError,
  failure,
  failureOf,
  type Finding,
  success,
  successInPart,
  ToolError,
} from '@fixpoint/model';
import fc from 'fast-check';
import { LETTERS, type LettersConfig } from '../testing/letters-derivation';
import { memoryRoot, type MemoryRoot } from '../testing/memory-root';
import { type Ending, runDerivation, runDerivations } from './run-derivation';
import type { SeverityOverrides } from './severity';

interface Options {
  readonly derivation?: AnyDerivation<LettersConfig>;
  readonly config?: LettersConfig;
  readonly severity?: SeverityOverrides;
}

const run = (root: MemoryRoot, ending: Ending, options: Options = {}) =>
  runDerivation({
    derivation: LETTERS,
    config: {},
    ports: root.ports,
    scope: { check: ending === 'fail' },
    root: 'libs/tool',
    ending,
    writer: root.writer,
    ...options,
  });

const ids = (findings: readonly Finding[]) => findings.map((finding) => finding.id);
const problem: Finding = { id: 'letters/x', severity: 'error', message: 'm', file: 'in/a', fix: 'f' };

describe('runDerivation', () => {
  it('apply writes what changed, removes orphans and says what it repaired [FP-ENG-005]', async () => {
    const root = memoryRoot({ 'in/a': 'x', 'in/b': 'y', 'out/a': 'X', 'out/b': 'old', 'out/c': 'orphan' });
    const verdict = await run(root, 'apply');
    expect(verdict).toMatchObject({
      target: 'letters',
      root: 'libs/tool',
      outcome: 'clean',
      findings: [],
      written: ['out/b'],
      removed: ['out/c'],
      compared: 2,
    });
    expect(verdict.drifts.map(({ kind, path }) => [kind, path])).toEqual([
      ['stale', 'out/b'],
      ['orphan', 'out/c'],
    ]);
    expect(root.content().map(([path]) => path)).toEqual([
      'in/a',
      'in/b',
      'out/a',
      'out/b',
      'raw/a',
      'raw/b',
    ]);
  });

  it('fail explains every drift, names the fixing command and writes nothing [FP-ENG-003]', async () => {
    const root = memoryRoot({ 'in/a': 'x', 'in/b': 'y', 'out/b': 'old', 'out/c': 'orphan' });
    const before = root.content();
    const verdict = await run(root, 'fail');
    expect(verdict).toMatchObject({ outcome: 'drift', written: [], removed: [], compared: 2 });
    expect(verdict.findings.map(({ id, file, fix }) => [id, file, fix])).toEqual([
      ['letters/artifact-missing', 'out/a', 'letters --root libs/tool'],
      ['letters/artifact-stale', 'out/b', 'letters --root libs/tool'],
      ['letters/artifact-orphan', 'out/c', 'letters --root libs/tool'],
    ]);
    expect(root.writes()).toBe(0);
    expect(root.content()).toEqual(before);
  });

  it('keeps what the derivation keeps', async () => {
    const root = memoryRoot({ 'in/a': 'x', 'out/a': 'X', 'out/c': 'measured' });
    const config = { kept: ['out/c'] };
    expect((await run(root, 'fail', { config })).outcome).toBe('clean');
    expect((await run(root, 'apply', { config })).removed).toEqual([]);
    expect(root.content()).toContainEqual(['out/c', 'measured']);
  });

  it('rules fail a check and are only reported when writing [FP-ENG-006]', async () => {
    const root = memoryRoot({ 'in/a': 'x!' });
    const applied = await run(root, 'apply');
    expect([applied.outcome, ids(applied.findings)]).toEqual(['clean', ['letters/shout']]);
    const checked = await run(root, 'fail');
    expect([checked.outcome, ids(checked.findings)]).toEqual(['drift', ['letters/shout']]);
  });

  it('severity is configuration, for rules and for drift', async () => {
    const root = memoryRoot({ 'in/a': 'x!', 'out/a': 'old', 'out/c': 'orphan' });
    const severity = { 'letters/*': 'warning', 'letters/artifact-orphan': 'off' } as const;
    const verdict = await run(root, 'fail', { severity });
    expect(verdict.outcome).toBe('clean');
    expect(verdict.findings.map(({ id, severity: level }) => [id, level])).toEqual([
      ['letters/shout', 'warning'],
      ['letters/artifact-stale', 'warning'],
    ]);
  });

  it('takes nothing at all for an error and removes nothing, unless the derivation allows it [FP-ENG-009]', async () => {
    const root = memoryRoot({ 'out/a': 'X' });
    for (const ending of ['apply', 'fail'] as const) {
      const verdict = await run(root, ending);
      expect([verdict.outcome, ids(verdict.findings)]).toEqual(['drift', ['letters/nothing-derived']]);
    }
    expect(root.content()).toContainEqual(['out/a', 'X']);
    const derivation = { ...LETTERS, allowsEmpty: () => true };
    expect((await run(root, 'apply', { derivation })).removed).toEqual(['out/a']);
    expect((await run(root, 'fail', { derivation })).outcome).toBe('clean');
  });

  it.each<[string, Partial<AnyDerivation>, string]>([
    ['without an outcome', { collect: async () => failure(problem) }, 'drift'],
    ['with an outcome', { collect: async () => failureOf('environment', problem) }, 'environment'],
    [
      'with a telling prefix',
      { collect: async () => failure(problem, { ...problem, id: 'config/x' }) },
      'usage',
    ],
    ['of derive', { derive: () => failure(problem) }, 'drift'],
    [
      'that gives warnings only',
      { collect: async () => failure({ ...problem, severity: 'warning' }) },
      'drift',
    ],
  ])(
    'a failure %s ends both endings with nothing written [FP-DIAG-009, FP-ENG-011]',
    async (_name, part, outcome) => {
      for (const ending of ['apply', 'fail'] as const) {
        const root = memoryRoot({ 'in/a': 'x', 'out/c': 'orphan' });
        const verdict = await run(root, ending, {
          derivation: { ...LETTERS, ...part },
          severity: { '*': 'off' },
        });
        expect(verdict.outcome).toBe(outcome);
        expect(ids(verdict.findings)).toContain('letters/x');
        expect(root.writes()).toBe(0);
      }
    },
  );

  it('says what the rules say even if deriving fails', async () => {
    const root = memoryRoot({ 'in/a': 'x!' });
    const verdict = await run(root, 'fail', { derivation: { ...LETTERS, derive: () => failure(problem) } });
    expect(ids(verdict.findings)).toEqual(['letters/shout', 'letters/x']);
  });

  it('passes remarks on and lets an error among them fail a check only', async () => {
    const derivation = { ...LETTERS, derive: () => success([{ path: 'out/a', text: '' }], [problem]) };
    const root = memoryRoot({ 'in/a': 'x', 'out/a': '' });
    expect(await run(root, 'apply', { derivation })).toMatchObject({ outcome: 'clean', findings: [problem] });
    expect(await run(root, 'fail', { derivation })).toMatchObject({ outcome: 'drift', findings: [problem] });
  });

  it('a success in part is written or compared as far as it goes and comes to its outcome [FP-ENG-013]', async () => {
    const derivation = {
      ...LETTERS,
      derive: () => successInPart([{ path: 'out/a', text: 'X' }], 'usage', [problem]),
    };
    const root = memoryRoot({ 'in/a': 'x' });
    expect(await run(root, 'apply', { derivation })).toMatchObject({
      outcome: 'usage',
      written: ['out/a'],
      findings: [problem],
    });
    expect(await run(root, 'fail', { derivation, severity: { '*': 'off' } })).toMatchObject({
      outcome: 'usage',
      drifts: [],
      findings: [problem],
    });
  });

  it('asks what is owned with the facts at hand', async () => {
    const root = memoryRoot({ 'in/a': 'x', 'out/a': 'X', 'listed/b': 'B' });
    const derivation: AnyDerivation<LettersConfig> = {
      ...LETTERS,
      owns: (_config, _scope, facts) => (facts === undefined ? [] : ['listed/*']),
    };
    expect((await run(root, 'apply', { derivation })).removed).toEqual(['listed/b']);
  });

  it.each<[string, unknown, object]>([
    [
      'ConfigError',
      new ConfigError('no such version'),
      { id: 'letters/config-error', message: 'no such version' },
    ],
    [
      'ToolError',
      new ToolError('cannot write /work/space/libs/tool/out/a', { cause: new Error('ENOSPC') }),
      { id: 'letters/tool-error', message: 'cannot write out/a: ENOSPC', file: '.' },
    ],
    [
      'ToolError that knows more',
      new ToolError('read-only', { file: 'out/a', fix: 'chmod u+w out' }),
      { id: 'letters/tool-error', message: 'read-only', file: 'out/a', fix: 'chmod u+w out' },
    ],
  ])('a thrown %s is a finding without a stack [FP-EXIT-008]', async (_name, error, finding) => {
    const derivation: AnyDerivation = { ...LETTERS, collect: () => Promise.reject(error) };
    const verdict = await run(memoryRoot(), 'fail', { derivation });
    expect(verdict.outcome).toBe(error instanceof ConfigError ? 'usage' : 'environment');
    expect(verdict.findings).toEqual([expect.objectContaining(finding)]);
  });

  it.each<[string, Partial<AnyDerivation>, string]>([
    [
      'an unknown error',
      {
        derive: () => {
          throw new TypeError('oops');
        },
      },
      'oops',
    ],
    ['something that is no error', { collect: () => Promise.reject('plain text') }, 'plain text'],
    ['an absolute artifact', { derive: () => success([{ path: '/etc/x', text: '' }]) }, '"/etc/x"'],
    ['an artifact outside', { derive: () => success([{ path: '../x', text: '' }]) }, '"../x"'],
    [
      'two artifacts in one place',
      { derive: () => success([{ path: 'x', text: '' }, { path: 'x', text: '' }]) }, // prettier-ignore
      '"x"',
    ],
    ['a failure without a finding', { collect: async () => failure() }, 'gave no finding'],
    [
      'a broken fix',
      {
        fix: () => {
          throw new Error('no fix');
        },
      },
      'no fix',
    ],
  ])('%s is a defect, never a crash', async (_name, part, text) => {
    const root = memoryRoot({ 'in/a': 'x' });
    const verdict = await run(root, 'apply', { derivation: { ...LETTERS, ...part } });
    expect([verdict.outcome, ids(verdict.findings)]).toEqual(['internal', ['letters/internal-error']]);
    expect(verdict.findings[0]?.message).toContain(text);
    expect(root.writes()).toBe(0);
  });

  it('shows a stack for defects [FP-EXIT-005]', async () => {
    const derivation: AnyDerivation = { ...LETTERS, collect: () => Promise.reject(new TypeError('oops')) };
    const verdict = await run(memoryRoot(), 'fail', { derivation });
    expect(verdict.findings[0]?.message).toMatch(/^TypeError: oops\n {4}at /);
  });

  it('a committed file that is not UTF-8 is drift like any other', async () => {
    const root = memoryRoot({ 'in/a': 'x\ny\n', 'out/a': new Uint8Array([0x58, 0x0a, 0xe9, 0x0a]) });
    const verdict = await run(root, 'fail');
    expect(verdict).toMatchObject({
      outcome: 'drift',
      findings: [{ id: 'letters/artifact-unreadable', file: 'out/a', position: { line: 2, column: 1 } }],
    });
    await run(root, 'apply');
    expect(await run(root, 'fail')).toMatchObject({ outcome: 'clean' });
  });

  it('a writer that fails is a problem of the environment', async () => {
    const root = { ...memoryRoot({ 'in/a': 'x' }), writer: () => Promise.reject(new ToolError('disk full')) };
    expect(await run(root, 'apply')).toMatchObject({ outcome: 'environment', written: [], removed: [] });
  });
});

describe('runDerivations', () => {
  it('lets each see what the one before it wrote', async () => {
    const root = memoryRoot({ 'in/a': 'x' });
    const second: AnyDerivation = {
      ...LETTERS,
      id: 'second',
      owns: () => ['second'],
      captures: undefined,
      collect: async (ports) => success(await ports.files.readText('out/a')),
      derive: (text: string) => success([{ path: 'second', text: `${text}${text}` }]),
      check: undefined,
    };
    const verdicts = await runDerivations({
      derivations: [LETTERS, second],
      config: {},
      ports: root.ports,
      scope: { check: false },
      root: '.',
      ending: 'apply',
      writer: root.writer,
    });
    expect(verdicts.map((verdict) => verdict.target)).toEqual(['letters', 'second']);
    expect(root.content()).toContainEqual(['second', 'XX']);
  });
});

describe('the laws of the two endings', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd.json');
  const directory = fc.constantFrom('in/', 'out/', 'raw/', 'other/');
  const text = fc.constantFrom('', 'x', 'x\n', 'X\r\n', '{"a": 1}\n', '{"A": 1}\n', '{');
  const content = fc
    .array(fc.tuple(directory, name, text), { maxLength: 12 })
    .map((rows) => Object.fromEntries(rows.map(([folder, file, body]) => [folder + file, body])));

  it('after apply, fail is clean and apply again changes nothing [FP-ENG-002]', async () => {
    await fc.assert(
      fc.asyncProperty(content, async (files) => {
        const root = memoryRoot({ ...files, 'in/a': 'x' });
        await run(root, 'apply');
        const fixed = root.content();
        expect(await run(root, 'fail')).toMatchObject({ outcome: 'clean', findings: [], drifts: [] });
        expect(await run(root, 'apply')).toMatchObject({ drifts: [], written: [], removed: [] });
        expect(root.content()).toEqual(fixed);
      }),
    );
  });

  it('fail never writes and sees exactly what apply would repair [FP-ENG-001]', async () => {
    await fc.assert(
      fc.asyncProperty(content, async (files) => {
        const root = memoryRoot({ ...files, 'in/a': 'x' });
        const before = root.content();
        const checked = await run(root, 'fail');
        expect(root.writes()).toBe(0);
        expect(root.content()).toEqual(before);
        const applied = await run(root, 'apply');
        expect(applied.drifts).toEqual(checked.drifts);
        expect(checked.outcome).toBe(checked.drifts.length === 0 ? 'clean' : 'drift');
        expect(new Set(checked.findings.map((finding) => finding.file))).toEqual(
          new Set(checked.drifts.map((drift) => drift.path)),
        );
      }),
    );
  });
});
