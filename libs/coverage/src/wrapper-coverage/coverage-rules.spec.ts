import type { Manifest, WrapperCommand } from '@fixpoint/surface-formats';
import { listUnits } from '@fixpoint/surface-units';
import { textDocument } from '@fixpoint/structured-text';
import { LINUX, MACOS, manifestOf } from '../test-support/manifest';
import { COVERAGE_RULES } from './coverage-rules';

function findingsOf(coverage: readonly WrapperCommand[], changes: Partial<Manifest> = {}) {
  const text = JSON.stringify({ coverage }, null, 2);
  const subject = {
    document: textDocument('coverage.json', text, { coverage }),
    units: listUnits(coverage),
    manifest: manifestOf(changes),
  };
  return COVERAGE_RULES.flatMap((rule) => rule(subject));
}

function idsOf(coverage: readonly WrapperCommand[]): (readonly [string, string | undefined])[] {
  return findingsOf(coverage).map(({ id, path }) => [id.replace('wrapper-coverage/', ''), path]);
}

const explicit = { level: 'explicit' } as const;

describe('coverage rules', () => {
  it('has nothing to say about a sound declaration', () => {
    expect(
      findingsOf([
        { path: [], ...explicit, flags: [{ key: '--config', level: 'passthrough', note: 'any key' }] },
        { path: ['a'], ...explicit, scope: { platforms: ['linux'] } },
        { path: ['a'], level: 'unsupported', scope: { target_triples: [MACOS] } },
        { path: ['b'], level: 'intentionally_unsupported', note: 'interactive' },
      ]),
    ).toEqual([]);
  });

  it('asks for notes where a level needs them, blank ones included [FP-COV-003]', () => {
    const note = '  ';
    expect(
      idsOf([
        { path: ['a'], level: 'passthrough' },
        { path: ['b'], ...explicit, flags: [{ key: '--x', level: 'intentionally_unsupported', note }] },
        { path: ['c'], ...explicit, args: [{ name: 'X', level: 'passthrough' }] },
        { path: ['d'], level: 'unsupported' },
      ]),
    ).toEqual([
      ['note-missing', '/coverage/0'],
      ['note-missing', '/coverage/1/flags/0'],
      ['note-missing', '/coverage/2/args/0'],
    ]);
  });

  it('asks for dashes in flag keys', () => {
    const flags = ['model', 'm', '-', '-m', '--model'].map((key) => ({ key, ...explicit }));
    const findings = findingsOf([{ path: [], ...explicit, flags }]);
    expect(findings.map(({ path, expected }) => [path, expected])).toEqual([
      ['/coverage/0/flags/0/key', '--model'],
      ['/coverage/0/flags/1/key', '-m'],
      ['/coverage/0/flags/2/key', '--<name>'],
    ]);
  });

  it('tells overlaps by effective targets; equal levels are no excuse [FP-COV-002]', () => {
    const findings = findingsOf([
      { path: ['a'], ...explicit, scope: { platforms: ['linux', 'macos'] } },
      { path: ['a'], ...explicit, scope: { target_triples: [MACOS] } },
      { path: ['a'], ...explicit },
    ]);
    expect(findings.map(({ path, message }) => [path, message])).toEqual([
      ['/coverage/1', `command "a" is declared twice for ${MACOS}, also at /coverage/0`],
      ['/coverage/2', `command "a" is declared twice for ${LINUX}, ${MACOS}, also at /coverage/0`],
      ['/coverage/2', `command "a" is declared twice for ${MACOS}, also at /coverage/1`],
    ]);
    expect(findings[0]).toMatchObject({
      id: 'wrapper-coverage/overlap',
      file: 'coverage.json',
      position: { line: 15, column: 5 },
      actual: '/coverage/0 (explicit) and /coverage/1 (explicit)',
    });
  });

  it('tells overlaps of flags and arguments across repeated command entries, within their scopes', () => {
    const unit = (platform: string): WrapperCommand => ({
      path: ['a'],
      ...explicit,
      scope: { platforms: [platform] },
      flags: [{ key: '--x', ...explicit }],
      args: [{ name: 'X', ...explicit }],
    });
    expect(idsOf([unit('linux'), unit('macos')])).toEqual([]);
    expect(idsOf([unit('linux'), unit('linux')])).toEqual([
      ['duplicate', '/coverage/1'],
      ['duplicate', '/coverage/1/flags/0'],
      ['duplicate', '/coverage/1/args/0'],
    ]);
  });

  it('finds scopes that can never apply', () => {
    const flags = [{ key: '--x', ...explicit, scope: { platforms: ['macos'] } }];
    expect(idsOf([{ path: ['a'], ...explicit, scope: { platforms: ['linux'] }, flags }])).toEqual([
      ['scope-never-applies', '/coverage/0/flags/0/scope'],
    ]);
  });

  it('finds coverage of what is excluded', () => {
    const exclusions: Manifest['exclusions'] = [
      { unit: 'command', path: ['a'], note: 'interactive' },
      { unit: 'flag', path: [], key: '--tui', note: 'screen' },
      { unit: 'arg', path: [], name: 'ARGS', note: 'pseudo' },
    ];
    const coverage: WrapperCommand[] = [
      {
        path: [],
        ...explicit,
        flags: [{ key: '--tui', ...explicit }],
        args: [{ name: 'ARGS', level: 'unknown' }],
      },
      { path: ['a'], ...explicit },
      { path: ['a', 'b'], ...explicit },
    ];
    expect(findingsOf(coverage, { exclusions }).map(({ id, path }) => [id, path])).toEqual([
      ['wrapper-coverage/covers-excluded', '/coverage/0/flags/0'],
      ['wrapper-coverage/covers-excluded', '/coverage/0/args/0'],
      ['wrapper-coverage/covers-excluded', '/coverage/1'],
    ]);
  });
});
