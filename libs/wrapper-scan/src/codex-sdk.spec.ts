import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathKey } from '@fixpoint/surface-formats';
import { scanWrapperSource } from '.';
import type { SourceText, WrapperScan, WrapperScanOptions } from '.';

const PACKAGE = join(__dirname, '../../../node_modules/@openai/codex-sdk');
const read = (path: string): string => readFileSync(join(PACKAGE, path), 'utf8');
const dist: SourceText = { path: 'dist/index.js', text: read('dist/index.js') };

/** Every `"--flag"` and command word of `dist/index.js`, read off the file by eye: lines of version 0.163.0. */
const PASSED_TO_EXEC = {
  '--add-dir': [209],
  '--cd': [205],
  '--config': [181, 186, 191, 222, 226, 231, 233, 235, 238],
  '--cyber-access-program': [219],
  '--experimental-json': [178],
  '--image': [245],
  '--model': [196],
  '--output-schema': [216],
  '--sandbox': [202],
  '--skip-git-repo-check': [213],
  '--thread-source': [199],
};

const SURFACE: WrapperScanOptions = {
  program: ['codex'],
  knownCommands: [[], ['exec'], ['exec', 'resume'], ['exec', 'review'], ['resume']],
  flagsTakingValue: new Map([
    ['', new Set(['--config', '--model'])],
    [pathKey(['exec']), new Set(['--add-dir', '--image'])],
    [pathKey(['exec', 'resume']), new Set(['--image'])],
  ]),
  flagsWithoutValue: new Map([[pathKey(['exec']), new Set(['--skip-git-repo-check'])]]),
};

function flagsOf(scan: WrapperScan, ...path: string[]): Record<string, number[]> {
  const flags = scan.uses.filter((use) => use.kind === 'flag' && pathKey(use.path) === pathKey(path));
  return Object.fromEntries(flags.map(({ key, places }) => [key, places.map(({ line }) => line)]));
}

function commandsOf(scan: WrapperScan): [string, number[]][] {
  const commands = scan.uses.filter((use) => use.kind === 'command');
  return commands.map(({ path, places }) => [path.join(' '), places.map(({ line }) => line)]);
}

describe('@openai/codex-sdk', () => {
  it('is the version the expectations were written for', () => {
    expect(JSON.parse(read('package.json'))).toMatchObject({ version: '0.163.0' });
  });

  it('passes exactly these commands and flags, with its surface known', () => {
    const scan = scanWrapperSource([dist], SURFACE);
    expect(scan.problems).toEqual([]);
    expect(scan.dynamic).toEqual([]);
    expect(commandsOf(scan)).toEqual([
      ['exec', [178]],
      ['exec resume', [241]],
    ]);
    expect(flagsOf(scan, 'exec')).toEqual(PASSED_TO_EXEC);
    // Pushed behind `resume`, so it reaches whichever of the two commands runs.
    expect(flagsOf(scan, 'exec', 'resume')).toEqual({ '--image': [245] });
    expect(scan.uses).toHaveLength(2 + Object.keys(PASSED_TO_EXEC).length + 1);
  });

  it('takes `resume` for no command as long as the surface is not known', () => {
    const scan = scanWrapperSource([dist], { program: ['codex'] });
    expect(commandsOf(scan)).toEqual([['exec', [178]]]);
    expect(flagsOf(scan, 'exec')).toEqual(PASSED_TO_EXEC);
    expect(scan.uses).toHaveLength(1 + Object.keys(PASSED_TO_EXEC).length);
  });

  it('shows which settings are passed through --config', () => {
    const config = scanWrapperSource([dist], SURFACE).uses.find(({ key }) => key === '--config');
    expect(config?.places.map(({ line, column, note }) => [line, column, note])).toEqual([
      [181, 26, undefined],
      [186, 26, undefined],
      [191, 9, '--config openai_base_url=${…}'],
      [222, 24, '--config model_reasoning_effort="${…}"'],
      [226, 9, '--config sandbox_workspace_write.network_access=${…}'],
      [231, 24, '--config web_search="${…}"'],
      [233, 24, '--config web_search="live"'],
      [235, 24, '--config web_search="disabled"'],
      [238, 24, '--config approval_policy="${…}"'],
    ]);
  });

  it('reads the same out of the TypeScript it was built from', () => {
    expect(existsSync(join(PACKAGE, 'dist/index.js.map'))).toBe(true);
    const map = JSON.parse(read('dist/index.js.map')) as { sources: string[]; sourcesContent: string[] };
    const sources = map.sources.map((path, index) => ({
      path: path.replace(/^(\.\.\/)+/, ''),
      text: map.sourcesContent[index] as string,
    }));
    const scan = scanWrapperSource(sources, SURFACE);
    expect(scan.problems).toEqual([]);
    expect(commandsOf(scan).map(([path]) => path)).toEqual(['exec', 'exec resume']);
    expect(Object.keys(flagsOf(scan, 'exec'))).toEqual(Object.keys(PASSED_TO_EXEC));
    expect(scan.uses.every(({ places }) => places.every(({ file }) => file === 'src/exec.ts'))).toBe(true);
  });

  it('finds nothing for another program that is started by its name', () => {
    const text = dist.text.replace('spawn(this.executablePath,', 'spawn("git",');
    expect(scanWrapperSource([{ ...dist, text }], { program: ['codex'] }).uses).toEqual([]);
  });
});
