import type { Snapshot, SourceConfig } from '@fixpoint/surface-formats';
import { BINARY, command, demoManifest, demoPorts, take, takeOne } from '../snapshot/testing/fake-root';

const PAGES: Readonly<Record<string, string>> = {
  '': 'Usage: demo [OPTIONS] COMMAND\n\nOptions:\n  --level <n>  Level\n\nCommands:\n  remote   Remotes\n  dry-run  Do nothing\n',
  remote: 'Usage: demo remote COMMAND\n\nCommands:\n  add  Add one\n',
  'remote add': 'Usage: demo remote add [OPTIONS]\n\nOptions:\n  --force  Force it\n',
  'dry-run': 'Usage: demo dry-run [OPTIONS]\n\nOptions:\n  --quiet  Say less\n',
};

const MAN: SourceConfig = {
  kind: 'man',
  files: ['../share/man/man1/demo*.1', '../share/man/man1/demo*.1.gz'],
};
const OCLIF: SourceConfig = { kind: 'help-json', files: ['../oclif.manifest.json'], shape: 'oclif' };

/** A tool whose pages are those above, with files beside it by their absolute path. */
function portsOf(packageFiles: Readonly<Record<string, string>>) {
  return demoPorts(
    { name: 'demo', version: '1.0.0' },
    {
      packageFiles,
      processes: ({ args }) =>
        args[0] === '--version' ? 'demo 1.0.0\n' : PAGES[args.slice(0, -1).join(' ')],
    },
  );
}

const snapshotOf = (source: SourceConfig, files: Readonly<Record<string, string>>): Promise<Snapshot> =>
  takeOne(portsOf(files), demoManifest({ tool: { sources: [source] } }));

const pageOf = (...flags: readonly string[]): string =>
  `.TH DEMO 1\n.SH OPTIONS\n${flags.map((flag) => `.TP\n\\-\\-${flag}\nSome words.\n`).join('')}`;

const unseen = (snapshot: Snapshot, evidence: string): string[] =>
  snapshot.commands.flatMap(({ path, flags = [] }) =>
    flags.filter(({ seen_in }) => seen_in?.[0] === evidence).map(({ long }) => [...path, long].join(' ')),
  );

describe('manual pages that lie in files', () => {
  const at = (name: string): string => `/opt/share/man/man1/${name}`;

  it('belong to the command that their name says, as the tree knows it', async () => {
    const snapshot = await snapshotOf(MAN, {
      [at('demo.1')]: pageOf('level <n>', 'top'),
      [at('demo-remote-add.1.gz')]: pageOf('force', 'deep'),
      [at('demo-dry-run.1')]: pageOf('quiet', 'loud <n>'),
    });
    expect(snapshot.probe?.sources).toEqual([{ kind: 'man', status: 'used' }]);
    expect(unseen(snapshot, 'man')).toEqual(['--top', 'dry-run --loud', 'remote add --deep']);
    expect(command(snapshot, 'dry-run')?.flags?.find(({ long }) => long === '--loud')).toMatchObject({
      takes_value: true,
      value_name: 'n',
    });
  });

  it('of other programs and of commands that there are not are left out', async () => {
    const snapshot = await snapshotOf(MAN, {
      [at('demo.1')]: pageOf('level <n>'),
      [at('demo-remote-remove.1')]: pageOf('gone'),
      [at('demonstrate.1')]: pageOf('else'),
      [at('other.1')]: pageOf('other'),
      '/opt/demo/demo.1': pageOf('elsewhere'),
    });
    expect(snapshot.probe?.sources).toEqual([{ kind: 'man', status: 'used' }]);
    expect(unseen(snapshot, 'man')).toEqual([]);
  });

  it('without flags contradict nothing: they may only point to another page', async () => {
    const snapshot = await snapshotOf(MAN, {
      [at('demo.1')]: pageOf('level <n>'),
      [at('demo-dry-run.1')]: '.so man1/demo.1\n',
    });
    expect(snapshot.probe?.sources).toEqual([{ kind: 'man', status: 'used' }]);
  });

  it('contradict the help where they know less or say otherwise', async () => {
    const snapshot = await snapshotOf(MAN, {
      [at('demo.1')]: pageOf('level'),
      [at('demo-dry-run.1')]: pageOf('loud'),
    });
    expect(snapshot.probe?.sources?.[0]?.disagreements).toEqual([
      { path: [], unit: 'flag', key: '--level', fact: 'takes_value', help: 'true', source: 'false' },
      { path: ['dry-run'], unit: 'flag', key: '--quiet', fact: 'listed', help: 'yes', source: 'no' },
    ]);
    // They are prose, so the page stays right.
    expect(command(snapshot, '')?.flags).toEqual([
      { long: '--level', takes_value: true, value_name: 'n', description: 'Level' },
    ]);
  });

  it.each([
    ['there are none', {}, 'there is no such file'],
    ['none of them describes a flag', { [at('demo.1')]: '.so man1/other.1\n' }, 'no page describes a flag'],
    ['none is of a command', { [at('demo-x.1')]: pageOf('x') }, 'no page describes a flag'],
  ])('fail when %s, which is a warning with the reason', async (_what, files, note) => {
    const { snapshots, findings } = await take(portsOf(files), demoManifest({ tool: { sources: [MAN] } }));
    expect(snapshots[0]?.probe?.sources).toEqual([{ kind: 'man', status: 'failed', note }]);
    expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
      ['snapshot/source-failed', 'warning'],
    ]);
  });
});

describe('a JSON document that lies in a file', () => {
  const FILE = '/opt/oclif.manifest.json';
  const document = (commands: object): string => JSON.stringify({ commands });
  const REMOTE_ADD = { id: 'remote:add', flags: { force: { name: 'force', type: 'boolean' } } };
  const DRY_RUN = {
    id: 'dry-run',
    flags: {
      quiet: { name: 'quiet', type: 'option' },
      seed: { name: 'seed', char: 's', type: 'option' },
    },
  };

  it('is the data of the tool: it adds, and overrules the page', async () => {
    const snapshot = await snapshotOf(OCLIF, {
      [FILE]: document({ 'remote:add': REMOTE_ADD, 'dry-run': DRY_RUN }),
    });
    expect(snapshot.probe?.sources).toEqual([
      {
        kind: 'help-json',
        status: 'used',
        disagreements: [
          {
            path: ['dry-run'],
            unit: 'flag',
            key: '--quiet',
            fact: 'takes_value',
            help: 'false',
            source: 'true',
          },
        ],
      },
    ]);
    expect(unseen(snapshot, 'help-json')).toEqual(['dry-run --seed']);
    expect(command(snapshot, 'dry-run')?.flags).toMatchObject([
      { long: '--quiet', takes_value: true },
      { long: '--seed', short: '-s', takes_value: true, hidden: true },
    ]);
  });

  it('may be one of several, which together describe the tool', async () => {
    const source: SourceConfig = { kind: 'help-json', files: ['*.json'], shape: 'oclif' };
    const snapshot = await snapshotOf(source, {
      '/opt/demo/a.json': document({ 'remote:add': { ...REMOTE_ADD, flags: { deep: { name: 'deep' } } } }),
      '/opt/demo/b.json': document({ 'dry-run': { ...DRY_RUN, flags: { seed: { name: 'seed' } } } }),
    });
    expect(unseen(snapshot, 'help-json')).toEqual(['dry-run --seed', 'remote add --deep']);
  });

  it('is looked for beside the executable itself, not beside a link to it', async () => {
    const ports = portsOf({ '/usr/lib/oclif.manifest.json': document({ 'dry-run': DRY_RUN }) });
    const linked: typeof ports = {
      ...ports,
      binaries: {
        ...ports.binaries,
        inspect: async (path) => {
          const found = await ports.binaries.inspect(path);
          return 'problem' in found ? found : { ...found, realPath: '/usr/lib/demo/demo' };
        },
      },
    };
    const snapshot = await takeOne(linked, demoManifest({ tool: { sources: [OCLIF] } }));
    expect(unseen(snapshot, 'help-json')).toEqual(['dry-run --seed']);
    expect(ports.requests.every(({ command: program }) => program === BINARY)).toBe(true);
  });

  const SHAPE = 'nothing stands where the shape of the document says';
  it.each([
    ['is not there', {}, 'there is no such file'],
    ['is cut off', { [FILE]: '{"commands": {' }, SHAPE],
    ['is of another shape', { [FILE]: '{"name": "demo"}' }, SHAPE],
  ])('that %s gives nothing, which is said', async (_what, files: Readonly<Record<string, string>>, note) => {
    const snapshot = await snapshotOf(OCLIF, files);
    expect(snapshot.probe?.sources).toEqual([{ kind: 'help-json', status: 'failed', note }]);
    expect(unseen(snapshot, 'help-json')).toEqual([]);
  });

  it('that is broken makes the others worth nothing', async () => {
    const source: SourceConfig = { kind: 'help-json', files: ['*.json'], shape: 'oclif' };
    const files = { '/opt/demo/a.json': document({ 'dry-run': DRY_RUN }), '/opt/demo/b.json': 'null' };
    const snapshot = await snapshotOf(source, files);
    expect(snapshot.probe?.sources).toEqual([{ kind: 'help-json', status: 'failed', note: SHAPE }]);
  });
});
