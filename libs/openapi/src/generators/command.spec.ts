import type { MemoryWorld } from '@fixpoint/testkit';
import { API, contractPorts, contractsConfig, derived, openapi } from '../testing/test-support';

const command = {
  command: ['tools/gen', '{input}', '--to={output}', '{root}'],
  outputs: ['b.txt', './a/a.txt'],
  version: '2',
};
const config = contractsConfig({ name: 'api', file: '../api.yaml', command });
const written = (...paths: string[]) =>
  Object.fromEntries(paths.map((path) => [`/scratch/generated-2/${path}`, `${path}\n`]));

describe('a generator that is a command', () => {
  const world: MemoryWorld = {
    packageFiles: { '/work/api.yaml': openapi('{}'), ...written('a/a.txt', 'b.txt') },
    env: { PATH: '/bin', TZ: 'Asia/Tokyo', SECRET: 's' },
  };
  const summary = ({ findings, outcome, texts }: Awaited<ReturnType<typeof derived>>) => ({
    problems: findings.map(({ id, expected, actual }) => `${id} ${expected ?? actual ?? ''}`.trim()),
    outcome,
    paths: Object.keys(texts),
  });

  it('runs without a shell, in a directory of its own, in a pinned environment', async () => {
    const requests: unknown[] = [];
    const ports = contractPorts({
      ...world,
      processes: (request) => {
        requests.push(request);
        return '';
      },
    });
    const result = await derived(ports, config);
    expect(summary(result)).toEqual({
      problems: [],
      outcome: undefined,
      paths: ['a/a.txt', 'b.txt', 'contracts.generated.json'],
    });
    expect(result.texts['contracts.generated.json']).toMatch(/"generator": "command",\n\s+"version": "2"/);
    expect(requests).toMatchObject([
      {
        command: '/work/contracts/tools/gen',
        args: ['/work/api.yaml', '--to=/scratch/generated-2', '/work/contracts'],
        cwd: '/scratch/generated-2',
        env: { PATH: '/bin', HOME: '/scratch/home-1', TZ: 'UTC' },
      },
    ]);
    expect(requests[0]).not.toHaveProperty('env.SECRET');
  });

  it.each<[string, Partial<MemoryWorld>, string[], string]>([
    ['is absent', { processes: {} }, ['regen-openapi/command-failed'], 'environment'],
    [
      'fails',
      { processes: () => ({ exitCode: 3, stderr: 'a\nno such thing\n' }) },
      ['regen-openapi/command-failed no such thing'],
      'environment',
    ],
    ['hangs', { processes: () => ({ status: 'timeout' }) }, ['regen-openapi/command-failed'], 'environment'],
    [
      'writes less and more than is declared',
      {
        processes: () => '',
        packageFiles: { '/work/api.yaml': openapi('{}'), ...written('b.txt', 'c/.hidden') },
      },
      ['regen-openapi/output-missing a/a.txt', 'regen-openapi/output-undeclared c/.hidden'],
      'usage',
    ],
  ])('says when it %s, and takes nothing over [FP-OAPI-004]', async (_name, part, problems, outcome) => {
    const result = await derived(contractPorts({ ...world, ...part }), config);
    expect(summary(result)).toEqual({ problems, outcome, paths: [] });
  });

  it('stops its own document only', async () => {
    const files = { 'api.yaml': openapi('{}') };
    const ports = contractPorts({ ...world, files, processes: {} });
    const both = contractsConfig(API, { name: 'made', file: 'api.yaml', command });
    const { texts } = await derived(ports, both);
    expect(Object.keys(texts)).toEqual(['contracts.generated.json', 'gen/api.ts', 'gen/client.ts']);
  });
});
