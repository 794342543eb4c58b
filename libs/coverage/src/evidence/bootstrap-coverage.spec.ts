import type { EvidenceUse, WrapperEvidence } from '@fixpoint/surface-formats';
import { readStaticModule } from '../declaration/static-module';
import { unionOf } from '../test-support/union';
import { bootstrapCoverage } from './bootstrap-coverage';
import { renderCoverageModule } from './render-coverage-module';

const UNION = unionOf({
  '': { flags: [{ key: '--model', short: '-m' }, '--global'] },
  exec: {
    aliases: ['e'],
    folded_flags: ['--model'],
    flags: [{ key: '--json', aliases: ['--experimental-json'] }],
  },
  'exec resume': { flags: ['--last'] },
  'exec fork': { flags: ['--last'] },
});

function evidenceOf(...uses: readonly Omit<EvidenceUse, 'places'>[]): WrapperEvidence {
  return {
    schema_version: 1,
    generator: { name: 'g', version: '1' },
    source: { package: 'sdk', version: '2.0.0', files: [] },
    uses: uses.map((use) => ({ ...use, places: [] })),
    dynamic: [],
  };
}

const flag = (path: string[], key: string) => ({ kind: 'flag', path, key }) as const;
const command = (...path: string[]) => ({ kind: 'command', path }) as const;

describe('bootstrapCoverage', () => {
  it('declares what is passed, in upstream’s own words and where upstream has it', () => {
    const evidence = evidenceOf(
      flag(['e'], '--experimental-json'),
      flag(['exec'], '-m'),
      flag(['exec'], '--global'),
      flag(['exec'], '--last'),
      flag(['exec'], '--vanished'),
      command('exec', 'resume'),
    );
    const explicit = { level: 'explicit' };
    expect(bootstrapCoverage(evidence, UNION)).toEqual({
      schema_version: 1,
      wrapper_version: '2.0.0',
      coverage: [
        { path: [], ...explicit, flags: [{ key: '--global', ...explicit }] },
        {
          path: ['exec'],
          ...explicit,
          flags: ['--json', '--model', '--vanished'].map((key) => ({ key, ...explicit })),
        },
        { path: ['exec', 'fork'], ...explicit, flags: [{ key: '--last', ...explicit }] },
        { path: ['exec', 'resume'], ...explicit, flags: [{ key: '--last', ...explicit }] },
      ],
    });
  });

  it('declares the commands that lead to a command', () => {
    const { coverage } = bootstrapCoverage(evidenceOf(command('exec', 'resume')), UNION);
    expect(coverage.map(({ path }) => path)).toEqual([['exec'], ['exec', 'resume']]);
  });

  it('declares nothing for nothing', () => {
    expect(bootstrapCoverage({ ...evidenceOf(), source: { files: [] } }, UNION)).toEqual({
      schema_version: 1,
      coverage: [],
    });
  });
});

describe('renderCoverageModule', () => {
  it('writes a module that reads as the declaration it was made from', () => {
    const declaration = {
      schema_version: 1 as const,
      wrapper_version: "1.0.0-it's",
      coverage: [
        { path: [], level: 'explicit' as const },
        {
          path: ['exec', 'a\\b'],
          level: 'passthrough' as const,
          note: 'line\n"quoted" \u2028 \'single\' ${x} `y`',
          scope: { platforms: ['linux'], target_triples: ['t'] },
          flags: [{ key: '--x', level: 'explicit' as const, scope: { platforms: ['macos'] } }],
          args: [{ name: 'A', level: 'unknown' as const, note: 'n' }],
        },
      ],
    };
    const text = renderCoverageModule(declaration, 'surface');
    const read = readStaticModule({ file: 'c.ts', text, exportName: 'surface' });
    expect(read).toMatchObject({ ok: true, value: { value: declaration } });
  });

  it('is easy to read and to change', () => {
    const declaration = bootstrapCoverage(
      evidenceOf(flag(['exec'], '--json'), command('exec', 'resume')),
      UNION,
    );
    expect(renderCoverageModule(declaration))
      .toBe(`/** What the wrapper covers of the upstream surface; wrapper_coverage.json is derived from it. */
export const coverage = {
  schema_version: 1,
  wrapper_version: '2.0.0',
  coverage: [
    {
      path: ['exec'],
      level: 'explicit',
      flags: [
        { key: '--json', level: 'explicit' },
      ],
    },
    { path: ['exec', 'resume'], level: 'explicit' },
  ],
} as const;
`);
  });
});
