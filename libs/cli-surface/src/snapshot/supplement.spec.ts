import { applySupplement } from './supplement';
import { command, demoManifest, demoPorts, failureFindings, paths, takeOne } from './testing/fake-root';
import type { FakeTool } from './testing/fake-tool';

const DEMO: FakeTool = { name: 'demo', version: '1.0.0', commands: { run: {} } };
const FILE = 'supplement/commands.json';
const manifest = demoManifest({ tool: { supplement: FILE } });

function ports(supplement: unknown) {
  const text = typeof supplement === 'string' ? supplement : JSON.stringify(supplement, null, 2);
  return demoPorts(DEMO, { files: { [FILE]: text } });
}

describe('supplement', () => {
  it('adds commands of its platform, with the commands above them, and records each', async () => {
    const snapshot = await takeOne(
      ports({
        version: 1,
        commands: [
          { path: ['sandbox', 'linux'], platforms: ['linux'], note: 'needs a terminal' },
          { path: ['app'], platforms: ['macos', 'windows'], note: 'not here' },
          { path: ['run'], note: 'is there anyway' },
        ],
      }),
      manifest,
    );
    expect(paths(snapshot)).toEqual(['', 'run', 'sandbox', 'sandbox linux']);
    expect(command(snapshot, 'sandbox linux')).toEqual({ path: ['sandbox', 'linux'], platforms: ['linux'] });
    expect(snapshot.known_omissions).toEqual([`${FILE}:v1:sandbox linux`]);
  });

  it('marks the platforms of a command that is there', () => {
    const { commands, omissions } = applySupplement(
      [{ path: [] }, { path: ['run'], about: 'Run it' }],
      { file: FILE, items: [{ path: ['run'], platforms: ['linux'], note: 'only there' }] },
      'linux',
    );
    expect(commands).toEqual([{ path: [] }, { path: ['run'], about: 'Run it', platforms: ['linux'] }]);
    expect(omissions).toEqual([`${FILE}:v1:run`]);
  });

  it('that is not there, cut off or of the wrong shape stands in the way', async () => {
    expect(await failureFindings(demoPorts(DEMO), manifest)).toMatchObject({
      outcome: 'usage',
      findings: [{ id: 'snapshot/supplement-missing', file: 'RULES.json', path: '/tool/supplement' }],
    });
    expect(await failureFindings(ports('{"version": 1,'), manifest)).toMatchObject({
      outcome: 'usage',
      findings: [{ id: 'snapshot/invalid-json', file: FILE, position: { line: 1 } }],
    });
    expect(await failureFindings(ports({ version: 2, commands: [{ note: 'x' }] }), manifest)).toMatchObject({
      findings: [
        { id: 'snapshot/supplement-invalid', file: FILE, path: '/version', position: { line: 2, column: 3 } },
        { id: 'snapshot/supplement-invalid', path: '/commands/0/path' },
      ],
    });
  });
});
