import { parseManifest } from '@fixpoint/config';
import { ciMatrix } from './ci-matrix';

function matrixOf(targets: Readonly<Record<string, object>>) {
  const rules = { rules_schema_version: 2, tool: { name: 'tool' }, targets };
  const manifest = parseManifest(JSON.stringify(rules), 'root');
  if (!manifest.ok) throw new Error(JSON.stringify(manifest.findings));
  return ciMatrix(manifest.value);
}

describe('ciMatrix', () => {
  it('gives each target a machine of its own kind, in the order of the targets', () => {
    const targets = {
      'x86_64-unknown-linux-musl': { platform: 'linux', required: true },
      'aarch64-unknown-linux-musl': { platform: 'linux' },
      'aarch64-apple-darwin': { platform: 'macos' },
      'x86_64-apple-darwin': { platform: 'macos' },
      'win32-x64': { platform: 'windows' },
      'win32-arm64': { platform: 'windows' },
      mac: { platform: 'macos' },
      here: { platform: 'linux', runs_on: 'self-hosted' },
    };
    expect(
      matrixOf(targets).map(({ target, runs_on: label, required }) => [target, label, required]),
    ).toEqual([
      ['x86_64-unknown-linux-musl', 'ubuntu-latest', true],
      ['aarch64-unknown-linux-musl', 'ubuntu-24.04-arm', false],
      ['aarch64-apple-darwin', 'macos-latest', false],
      ['x86_64-apple-darwin', 'macos-15-intel', false],
      ['win32-x64', 'windows-latest', false],
      ['win32-arm64', 'windows-11-arm', false],
      ['mac', 'macos-latest', false],
      ['here', 'self-hosted', false],
    ]);
  });

  it('says which executables have to be acquired', () => {
    const targets = {
      pinned: {
        platform: 'linux',
        required: true,
        asset: 'tool@{version}',
        binary: { package: 'tool', files: ['x'] },
      },
      installed: { platform: 'linux', binary: { package: 'tool', files: ['x'] } },
      unpacked: { platform: 'linux', binary: { files: ['**/tool'] } },
      measuredElsewhere: { platform: 'windows' },
    };
    expect(matrixOf(targets).map(({ acquire }) => acquire)).toEqual([true, false, true, false]);
  });
});
