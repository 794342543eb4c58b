import { createPorts } from '@fixpoint/workspace-io';
import type { Snapshot } from '@fixpoint/surface-formats';
import { demoManifest, LINUX, take, type Taken } from './testing/fake-root';

const NAME = '@openai/codex-linux-x64';
const ROOT = process.cwd();
const isHere = process.platform === 'linux' && process.arch === 'x64';
if (!isHere) console.info(`${NAME} runs on linux x64 only: its surface is not read here`);

// The executable is a development dependency of the workspace, so its version is what the lock file says.
(isHere ? describe : describe.skip)('the surface of an installed tool', () => {
  const manifest = demoManifest({
    tool: {
      name: 'codex-cli',
      timeoutMs: 30_000,
      maxPageBytes: 1_000_000,
      completion: { args: ['completion', 'bash'], format: 'clap-bash' },
      probeFlags: true,
    },
    binaries: { [LINUX]: { package: NAME, via: [], files: ['vendor/*/bin/codex'], runner: [] } },
  });
  let taken: Taken;
  let snapshot: Snapshot;

  beforeAll(async () => {
    taken = await take(createPorts({ root: ROOT }), manifest);
    snapshot = taken.snapshots[0] as Snapshot;
  }, 60_000);

  const pageOf = (path: readonly string[]) => {
    const below = path.length === 0 ? [] : ['commands', ...path];
    const { version, target } = { version: snapshot.binary.semantic_version, target: LINUX };
    return (
      taken.captures.find(
        (capture) => capture.path === ['raw_help', version, target, ...below, 'help.txt'].join('/'),
      )?.text ?? ''
    );
  };

  it('has every page, and no page of its own failed', () => {
    expect(snapshot.probe).toMatchObject({ dialect: 'clap', failures: [], flag_probe: 'calibrated' });
    expect(snapshot.probe?.pages).toBe(snapshot.commands.length);
    expect(taken.findings).toEqual([]);
    expect(snapshot.commands.length).toBeGreaterThan(50);
  });

  it('has on every command the flags that a count of option lines on its page gives', () => {
    const differing = snapshot.commands.filter(({ path, flags = [] }) => {
      const lines = pageOf(path).match(/^ {2}(-\w, --|-\w\b|    --)\S*/gm) ?? [];
      return lines.length !== flags.filter((flag) => !flag.hidden).length;
    });
    expect(differing.map(({ path }) => path)).toEqual([]);
  });

  it('lists below every command what an independent look at its page gives', () => {
    const visible = snapshot.commands.filter(({ hidden }) => !hidden);
    const listed = visible.flatMap(({ path }) => {
      const [, block = ''] = pageOf(path).split(/^Commands:\n/m);
      const names = [...(block.split('\n\n')[0] ?? '').matchAll(/^ {2}([a-z][\w-]*)/gm)].map(
        (match) => match[1] as string,
      );
      return names.filter((name) => name !== 'help').map((name) => [...path, name].join(' '));
    });
    expect(['', ...listed].sort()).toEqual(visible.map(({ path }) => path.join(' ')).sort());
  });

  it('has every command and flag that the words of the completion script name, and no others', () => {
    const script = taken.captures.find(({ path }) => path.endsWith('/completion.txt'))?.text ?? '';
    const words = new Map(
      [...script.matchAll(/^ {8}codex(\S*)\)\n +opts="([^"]*)"/gm)].map((arm) => [
        arm[1] as string,
        arm[2] as string,
      ]),
    );
    const differing = snapshot.commands.filter(({ path, flags = [] }) => {
      const state = ['', ...path.map((token) => token.replaceAll('-', '__'))];
      const opts = words.get(state.join('__')) ?? words.get(state.join('__subcmd__')) ?? '';
      const named = new Set(opts.split(' ').filter((word) => /^-/.test(word)));
      const known = new Set(
        flags
          .flatMap(({ long, short, aliases = [] }) => [long, short, ...aliases])
          .filter((name) => name !== undefined),
      );
      return [...named].some((name) => !known.has(name)) || [...known].some((name) => !named.has(name));
    });
    expect(differing.map(({ path }) => path)).toEqual([]);
    expect(snapshot.commands.some(({ hidden }) => hidden)).toBe(true);
  });
});
