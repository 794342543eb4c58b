import type { EvidenceUse, Manifest, WrapperCommand } from '@fixpoint/surface-formats';
import { listUnits, Upstream } from '@fixpoint/surface-units';
import { textDocument } from '@fixpoint/structured-text';
import { manifestOf } from '../test-support/manifest';
import { unionOf } from '../test-support/union';
import { EVIDENCE_RULES } from './evidence-rules';

const PLACE = { file: 'dist/index.js', line: 7, column: 3 };
const UNION = unionOf({
  '': { flags: [{ key: '--model', short: '-m' }, '--quiet'] },
  exec: {
    aliases: ['e'],
    folded_flags: ['--model'],
    flags: [{ key: '--json', aliases: ['--experimental-json'] }],
  },
  'exec resume': { flags: ['--last'] },
  review: { flags: ['--base'] },
});

interface Options {
  readonly upstream?: boolean;
  readonly dynamic?: boolean;
  readonly exclusions?: Manifest['exclusions'];
}

/** Uses as words: `exec` is a command, `exec --json` a flag of it. */
function usesOf(...words: readonly string[]): EvidenceUse[] {
  return words.map((line) => {
    const tokens = line.split(' ').filter((token) => token !== '');
    const key = tokens.at(-1)?.startsWith('-') ? tokens.pop() : undefined;
    return { kind: key === undefined ? 'command' : 'flag', path: tokens, key, places: [PLACE] };
  });
}

function findingsOf(
  uses: readonly EvidenceUse[],
  coverage: readonly WrapperCommand[],
  { upstream = true, dynamic = false, exclusions = [] }: Options = {},
) {
  const text = JSON.stringify({ schema_version: 1, coverage }, null, 2);
  const subject = {
    manifest: manifestOf({ exclusions }),
    evidence: {
      schema_version: 1 as const,
      generator: { name: 'g', version: '1' },
      source: { files: ['dist/index.js'] },
      uses,
      dynamic: dynamic ? [PLACE] : [],
    },
    directory: 'node_modules/sdk',
    declared: listUnits(coverage),
    document: textDocument('wrapper_coverage.json', text, {}),
    ...(upstream && {
      upstream: new Upstream(UNION, { hidden: true, aliases: true, foldedFlags: true }),
      version: '1.0.0',
    }),
  };
  return EVIDENCE_RULES.flatMap((rule) => rule(subject));
}

function told(...args: Parameters<typeof findingsOf>): string[] {
  return findingsOf(...args).map(({ id, path }) => `${id.replace('evidence/', '')} ${path}`);
}

const flags = (...keys: string[]) => keys.map((key) => ({ key, level: 'explicit' as const }));
const exec = (...keys: string[]): WrapperCommand => ({
  path: ['exec'],
  level: 'explicit',
  flags: flags(...keys),
});

describe('evidence rules', () => {
  it('have nothing to say where the declaration is what is passed', () => {
    expect(told(usesOf('exec', 'exec --json', 'exec --model'), [exec('--json', '--model')])).toEqual([]);
  });

  describe('declared without evidence', () => {
    it('is an explicit command or flag that nothing passes [FP-EVID-001]', () => {
      const coverage: WrapperCommand[] = [
        exec('--json', '--model'),
        { path: ['review'], level: 'explicit', args: [{ name: 'X', level: 'explicit' }] },
        { path: ['exec', 'resume'], level: 'unsupported', flags: flags() },
      ];
      const findings = findingsOf(usesOf('exec', 'exec --json'), coverage);
      expect(findings.map(({ id, path }) => [id, path])).toEqual([
        ['evidence/declared-without-evidence', '/coverage/0/flags/1'],
        ['evidence/declared-without-evidence', '/coverage/1'],
      ]);
      expect(findings[0]).toMatchObject({
        severity: 'error',
        file: 'wrapper_coverage.json',
        position: { line: 14, column: 9 },
        fix: expect.stringContaining('fixpoint wrapper-coverage --root cli_manifests/tool'),
      });
    });

    it('is a warning only where some of what is passed cannot be read', () => {
      const [finding] = findingsOf([], [exec()], { dynamic: true });
      expect(finding).toMatchObject({ severity: 'warning', id: 'evidence/declared-without-evidence' });
    });

    it('is not a command whose subcommand or flag is passed', () => {
      expect(told(usesOf('exec resume'), [exec(), { path: ['exec', 'resume'], level: 'explicit' }])).toEqual(
        [],
      );
    });

    it('is not a flag that is passed by another spelling, or to a command that leads there', () => {
      const coverage: WrapperCommand[] = [
        { path: [], level: 'explicit', flags: flags('--model') },
        { path: ['e'], level: 'explicit', flags: flags('--json') },
      ];
      expect(told(usesOf('exec', 'exec -m', 'exec --experimental-json'), coverage)).toEqual([]);
    });

    it('is a flag that is passed to another command only', () => {
      const coverage: WrapperCommand[] = [
        exec(),
        { path: ['review'], level: 'explicit', flags: flags('--json') },
      ];
      expect(told(usesOf('exec', 'review', 'exec --json'), coverage)).toEqual([
        'declared-without-evidence /coverage/1/flags/0',
        'undeclared-use exec --json',
      ]);
    });
  });

  describe('undeclared use', () => {
    it('has the place in the source of the wrapper and the entry that is missing [FP-EVID-002]', () => {
      const [finding] = findingsOf(usesOf('exec', 'exec --json'), [exec()]);
      expect(finding).toMatchObject({
        id: 'evidence/undeclared-use',
        severity: 'error',
        file: 'node_modules/sdk/dist/index.js',
        position: { line: 7, column: 3 },
        path: 'exec --json',
        expected: '{"path":["exec"],"level":"explicit","flags":[{"key":"--json","level":"explicit"}]}',
      });
    });

    it('is not what is declared with any level that does not refuse it', () => {
      const coverage: WrapperCommand[] = [
        { path: ['exec'], level: 'passthrough', flags: [{ key: '--json', level: 'unknown' }] },
      ];
      expect(told(usesOf('exec', 'exec --json'), coverage)).toEqual([]);
    });

    it('is a contradiction where the declaration refuses it', () => {
      const refused = { level: 'intentionally_unsupported', note: 'n' } as const;
      const coverage: WrapperCommand[] = [
        { path: ['exec'], level: 'explicit', flags: [{ key: '--json', ...refused }] },
      ];
      expect(findingsOf(usesOf('exec', 'exec --json'), coverage)).toEqual([
        expect.objectContaining({
          id: 'evidence/level-contradicted',
          expected: 'explicit',
          actual: 'intentionally_unsupported',
        }),
      ]);
    });

    it('is not what is excluded', () => {
      const exclusions: Manifest['exclusions'] = [
        { unit: 'command', path: ['exec', 'resume'], note: 'n' },
        { unit: 'flag', path: [], key: '-m', note: 'n' },
        { unit: 'arg', path: ['exec'], name: '--json', note: 'n' },
      ];
      const uses = usesOf('exec', 'exec resume', 'exec resume --last', 'exec --model');
      expect(told(uses, [exec()], { exclusions })).toEqual([]);
    });
  });

  describe('unknown upstream', () => {
    it('is a command or flag that the newest version does not have', () => {
      const uses = usesOf('exec', 'exec --full-auto', 'run', 'run --fast', '--nothing');
      const findings = findingsOf(uses, [exec('--full-auto')]);
      expect(findings.map(({ id, path }) => `${id} ${path}`)).toEqual([
        'evidence/unknown-upstream exec --full-auto',
        'evidence/unknown-upstream run',
        'evidence/unknown-upstream --nothing',
      ]);
      expect(findings[0]?.message).toBe(
        'the wrapper passes flag --full-auto of "exec", which tool-cli 1.0.0 does not have',
      );
    });

    it('is not a flag of a command that leads there or from there', () => {
      const coverage = [exec('--quiet', '--last')];
      expect(told(usesOf('exec', 'exec --quiet', 'exec --last'), coverage)).toEqual([]);
      expect(told(usesOf('exec', 'exec --base'), [exec('--base')])).toEqual(['unknown-upstream exec --base']);
    });

    it('is nothing without a union', () => {
      expect(told(usesOf('run', 'run --fast'), [], { upstream: false })).toEqual([
        'undeclared-use run',
        'undeclared-use run --fast',
      ]);
    });
  });
});
