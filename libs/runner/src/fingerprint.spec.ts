import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { fingerprint } from './fingerprint';

const directory = tempDirectory();

const MARKER = {
  rules_schema_version: 2,
  tool: { name: 'tool' },
  targets: {
    here: { platform: 'linux', required: true, binary: { path: 'bin/tool' } },
    there: { platform: 'linux', binary: { package: 'tool-there', files: ['bin/*'] } },
  },
};

const rules = (marker: unknown = MARKER) => directory.write('root/RULES.json', JSON.stringify(marker));
const program = (text: string, path = 'root/bin/tool') => chmodSync(directory.write(path, text), 0o755);
const digest = (root = 'root') => fingerprint({ root, base: directory.path });

describe('fingerprint', () => {
  it('is a digest that only the bytes of the executables change [FP-NX-006]', async () => {
    rules();
    program('#!/bin/sh\necho 1.0.0\n');
    const first = await digest();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await digest()).toBe(first);
    directory.write('root/README.md', 'other');
    program('#!/bin/sh\necho 1.0.0\n');
    expect(await digest()).toBe(first);
    program('#!/bin/sh\necho 1.0.1\n');
    expect(await digest()).not.toBe(first);
  });

  it('is the same for the same executables in another place', async () => {
    rules();
    program('#!/bin/sh\n');
    directory.write('elsewhere/root/RULES.json', JSON.stringify(MARKER));
    program('#!/bin/sh\n', 'elsewhere/root/bin/tool');
    expect(await digest('elsewhere/root')).toBe(await digest());
  });

  it('changes when an executable appears, disappears or can no longer run', async () => {
    rules();
    const without = await digest();
    program('#!/bin/sh\n');
    const present = await digest();
    directory.write('root/node_modules/tool-there/package.json', '{"name":"tool-there","version":"1.0.0"}');
    program('#!/bin/sh\n', 'root/node_modules/tool-there/bin/tool');
    const both = await digest();
    chmodSync(join(directory.path, 'root/bin/tool'), 0o644);
    const blocked = await digest();
    expect(new Set([without, present, both, blocked]).size).toBe(4);
  });

  it('changes with what is acquired', async () => {
    rules({ ...MARKER, targets: { here: { ...MARKER.targets.there, required: true } } });
    const before = await digest();
    program('#!/bin/sh\n', 'root/.fixpoint/artifacts/1.0.0/here/bin/tool');
    expect(await digest()).not.toBe(before);
  });

  it('changes when the command that runs a foreign executable comes or goes', async () => {
    const { here } = MARKER.targets;
    const withRunner = (runner: string) =>
      rules({ ...MARKER, targets: { here: { ...here, binary: { ...here.binary, runner: [runner] } } } });
    program('#!/bin/sh\n');
    withRunner('no-such-emulator');
    const missing = await digest();
    withRunner('sh');
    expect(await digest()).not.toBe(missing);
  });

  it('is `nothing` for a root without binaries', async () => {
    rules({ ...MARKER, targets: { here: { platform: 'linux', required: true } } });
    expect(await digest()).toBe('nothing');
  });

  it.each([
    ['no directory', 'nowhere'],
    ['no marker', 'empty'],
    ['a malformed marker', 'broken'],
    ['a marker that is no text', 'binary'],
  ])('is `unreadable` for %s', async (_name, root) => {
    directory.write('empty/x', '');
    directory.write('broken/RULES.json', '{');
    directory.write('binary/RULES.json', Uint8Array.of(0xff));
    expect(await digest(root)).toBe('unreadable');
  });
});
