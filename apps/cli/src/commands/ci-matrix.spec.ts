import { tempDirectory } from '@fixpoint/testkit';
import { runFixpoint } from '../testing/run-fixpoint';

const RULES = {
  rules_schema_version: 2,
  tool: { name: 'tool' },
  targets: {
    'linux-x64': { platform: 'linux', required: true, asset: 'tool@{version}', binary: { files: ['tool'] } },
    'darwin-arm64': { platform: 'macos', binary: { command: 'tool' } },
  },
};
const MATRIX = [
  { target: 'linux-x64', runs_on: 'ubuntu-latest', required: true, acquire: true },
  { target: 'darwin-arm64', runs_on: 'macos-latest', required: false, acquire: false },
];

describe('ci-matrix', () => {
  const directory = tempDirectory();
  const writeRules = (rules: unknown): void => void directory.write('root/RULES.json', JSON.stringify(rules));
  const ciMatrix = (...options: string[]) =>
    runFixpoint(directory.path, ['ci-matrix', '--root', 'root', ...options]);

  it('prints the targets with their machines as JSON, and writes nothing', async () => {
    writeRules(RULES);
    const { code, out, err } = await ciMatrix();
    expect([code, JSON.parse(out), err]).toEqual([0, MATRIX, '']);
    expect(directory.list()).toEqual(['root/RULES.json']);
  });

  it('prints lines for the output of a step, which say whether there is a wrapper', async () => {
    writeRules(RULES);
    const lines = (wrapper: boolean): string => `matrix=${JSON.stringify(MATRIX)}\nwrapper=${wrapper}\n`;
    expect(await ciMatrix('--format', 'github')).toEqual({ code: 0, out: lines(false), err: '' });
    writeRules({ ...RULES, wrapper: { name: 'sdk' } });
    expect(await ciMatrix('--format', 'github')).toEqual({ code: 0, out: lines(true), err: '' });
    writeRules(RULES);
    directory.write('root/wrapper_coverage.json', '{}');
    expect(await ciMatrix('--format', 'github')).toEqual({ code: 0, out: lines(true), err: '' });
  });

  it.each<[string, number, string, () => void]>([
    ['a root that there is not', 3, 'environment/tool-error', () => undefined],
    ['no marker', 2, 'config/no-marker', () => directory.write('root/x', '')],
    ['a marker without targets', 2, 'config/', () => writeRules({ ...RULES, targets: {} })],
    ['a marker cut in half', 2, 'config/', () => directory.write('root/RULES.json', '{"rules')],
  ])('says on standard error what is wrong with %s', async (_name, expected, id, prepare) => {
    prepare();
    for (const format of ['json', 'github']) {
      const { code, out, err } = await ciMatrix('--format', format);
      expect([code, out]).toEqual([expected, '']);
      expect(err).toContain(`[${id}`);
      expect(err).toMatch(/ fix: \S/);
    }
  });

  it('is misuse with a format that there is not', async () => {
    writeRules(RULES);
    const { code, out, err } = await ciMatrix('--format', 'text');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('json, github');
  });
});
