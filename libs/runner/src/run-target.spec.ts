import { join } from 'node:path';
import {
  ConfigError,
  failure,
  failureOf,
  success,
  ToolError,
  type AnyDerivation,
  type Finding,
} from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import type { Family } from './families';
import { runTarget, type TargetRequest } from './run-target';
import { derivationOf, familyOf, findingOf } from './testing/families';

const MARKER = JSON.stringify({
  rules_schema_version: 2,
  tool: { name: 'tool' },
  targets: { here: { platform: 'linux', required: true } },
});

const directory = tempDirectory();
const run = (target: string, request: Partial<TargetRequest> = {}) =>
  runTarget({ target, root: 'demo', base: directory.path, ...request });

describe('a target', () => {
  beforeEach(() => void directory.write('demo/demo.json', '{}'));

  const runDemo = (target: string, ...derivations: AnyDerivation[]) =>
    run(target, { families: [familyOf({ demo: derivations })] });
  const idsOf = (findings: readonly Finding[]) => findings.map(({ id }) => id);

  it('writes, compares under `validate` and under its own `-verify`', async () => {
    expect((await runDemo('demo-verify', derivationOf())).outcome).toBe('drift');
    expect(await runDemo('demo', derivationOf())).toMatchObject({ outcome: 'clean', written: ['out.txt'] });
    expect(await runDemo('validate', derivationOf())).toMatchObject({ outcome: 'clean', compared: 1 });
    directory.write('demo/out.txt', 'edited\n');
    for (const target of ['validate', 'demo-verify']) {
      const { outcome, findings } = await runDemo(target, derivationOf());
      expect([outcome, idsOf(findings), directory.read('demo/out.txt')]).toEqual([
        'drift',
        ['demo/artifact-stale'],
        'edited\n',
      ]);
    }
  });

  it.each(['dmeo', 'constructor', '-verify', ''])('that there is not is refused: %j', async (target) => {
    expect(await runDemo(target, derivationOf())).toMatchObject({
      outcome: 'usage',
      findings: [
        {
          id: 'usage/unknown-target',
          file: 'demo.json',
          actual: target,
          expected: 'demo, validate',
          fix: 'use one of: demo, validate',
        },
      ],
    });
  });

  it('hands version, triple and an absolute binary to its derivations', async () => {
    const collect = jest.fn(() => Promise.resolve(success(undefined)));
    const families = [familyOf({ demo: [derivationOf({ collect })] })];
    await run('demo', { families, version: '1.0.0', triple: 'here', binary: 'bin/tool' });
    await run('validate', { families });
    const scopes = collect.mock.calls.map((call) => (call as unknown[])[2]);
    expect(scopes).toEqual([
      { version: '1.0.0', target: 'here', binary: join(directory.path, 'bin/tool'), check: false },
      { version: undefined, target: undefined, binary: undefined, check: true },
    ]);
  });

  it('looks for the marker of every family, in order', async () => {
    const first: Family = { ...familyOf({}), marker: 'none.json' };
    const { outcome } = await run('demo', { families: [first, familyOf({ demo: [derivationOf()] })] });
    expect(outcome).toBe('clean');
    const { findings } = await run('demo', { families: [first, { ...first, marker: 'neither.json' }] });
    expect(findings[0]?.expected).toBe('none.json or neither.json');
  });

  it('puts the verdicts of its derivations together: the gravest outcome, everything written, sorted [FP-EXIT-007]', async () => {
    const second = derivationOf({
      id: 'second',
      owns: () => ['second.txt'],
      derive: () =>
        success([{ path: 'second.txt', text: '2\n' }], [findingOf('second/b', { severity: 'note' })]),
    });
    const third = derivationOf({
      id: 'third',
      owns: () => [],
      collect: () => Promise.resolve(failureOf('environment', findingOf('third/a'))),
    });
    const verdict = await runDemo('demo', derivationOf(), second, third);
    expect(verdict).toMatchObject({
      target: 'demo',
      outcome: 'environment',
      written: ['out.txt', 'second.txt'],
      compared: 2,
    });
    expect(idsOf(verdict.findings)).toEqual(['second/b', 'third/a']);
  });

  it('says once what several derivations find in the same place, and keeps what differs [FP-DIAG-002]', async () => {
    const same = findingOf('input/malformed', { path: '/a' });
    const failing = (...findings: Finding[]) =>
      derivationOf({ owns: () => [], collect: () => Promise.resolve(failure(...findings)) });
    const { findings } = await runDemo(
      'validate',
      failing(same, { ...same, path: '/b' }),
      failing({ ...same }, { ...same, position: { line: 2, column: 1 } }),
      failing({ ...same, message: 'says more' }),
    );
    expect(findings).toEqual([
      { ...same, message: 'says input/malformed' },
      { ...same, message: 'says more' },
      { ...same, path: '/b' },
      { ...same, position: { line: 2, column: 1 } },
    ]);
  });
});

describe('severity', () => {
  const severity = { 'demo/artifact-*': 'warning', 'demo/rule': 'off', 'demo/other': 'note' } as const;
  const derivation = derivationOf({ check: () => [findingOf('demo/rule'), findingOf('demo/other')] });
  const validate = (overrides?: object) =>
    run('validate', {
      families: [familyOf({ demo: [derivation] }, () => success({ severity: overrides as typeof severity }))],
    });

  beforeEach(() => void directory.write('demo/demo.json', '{}'));

  it('is that of the finding without configuration', async () => {
    const { outcome, findings } = await validate();
    expect(outcome).toBe('drift');
    expect(findings.every((finding) => finding.severity === 'error')).toBe(true);
    expect(findings).toHaveLength(3);
  });

  it('is what the marker says; `off` drops a finding [FP-EXIT-009]', async () => {
    const { outcome, findings } = await validate(severity);
    expect(outcome).toBe('clean');
    expect(findings.map(({ id, severity: weight }) => [id, weight])).toEqual([
      ['demo/other', 'note'],
      ['demo/artifact-missing', 'warning'],
    ]);
  });

  it('switches everything off that drifts or breaks a rule', async () => {
    expect(await validate({ '*': 'off' })).toMatchObject({ outcome: 'clean', findings: [], drifts: [{}] });
  });

  it('that is no severity is refused', async () => {
    directory.write('demo/RULES.json', MARKER.replace('}}}', '}},"severity":{"union/*":"of"}}'));
    expect((await run('validate')).findings).toMatchObject([
      { id: 'config/invalid-value', path: '/severity/union~1*', file: 'RULES.json' },
    ]);
  });
});

describe('an error that is thrown', () => {
  const throwing = (error: unknown): Family => ({
    ...familyOf({}),
    parse: () => {
      throw error;
    },
  });
  beforeEach(() => void directory.write('demo/demo.json', '{}'));

  it.each([
    ['usage', 'config/error', new ConfigError('wrong')],
    ['environment', 'environment/tool-error', new ToolError('wrong', { file: 'a/b.json', fix: 'mend it' })],
    ['internal', 'internal/error', new TypeError('wrong')],
    ['internal', 'internal/error', 'wrong'],
  ])('becomes a verdict: %s', async (outcome, id, error) => {
    const verdict = await run('demo', { families: [throwing(error)] });
    expect(verdict).toMatchObject({ target: 'demo', root: 'demo', outcome, findings: [{ id }] });
    expect(verdict.findings[0]?.message).toContain('wrong');
  });

  it('shows a stack only where it is a defect of ours [FP-EXIT-008]', async () => {
    const messageOf = async (error: unknown) =>
      (await run('demo', { families: [throwing(error)] })).findings[0]?.message;
    expect(await messageOf(new ToolError('wrong'))).toBe('wrong');
    expect(await messageOf(new Error('wrong'))).toMatch(/\n\s+at /);
  });

  it('names files relative to the root, whatever the error says', async () => {
    const path = join(directory.path, 'demo/a.json');
    const error = new ToolError(`cannot read ${path} of ${join(directory.path, 'demo')}`, { file: path });
    const [finding] = (await run('demo', { families: [throwing(error)] })).findings;
    expect(finding).toMatchObject({ message: 'cannot read a.json of demo', file: '.' });
  });
});
