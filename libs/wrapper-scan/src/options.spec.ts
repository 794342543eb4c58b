import { pathKey } from '@fixpoint/surface-formats';
import { scanWrapperSource } from '.';
import type { WrapperScanOptions } from '.';

const taking: WrapperScanOptions = {
  program: ['acme'],
  knownCommands: [[], ['exec'], ['exec', 'resume']],
  flagsTakingValue: new Map([
    [pathKey([]), new Set(['--profile'])],
    [pathKey(['exec']), new Set(['--model', '-m'])],
    [pathKey(['exec', 'resume']), new Set<string>()],
  ]),
};
const all: WrapperScanOptions = {
  ...taking,
  flagsWithoutValue: new Map([[pathKey(['exec']), new Set(['-j', '--color'])]]),
};

function usesOf(line: string, options: WrapperScanOptions): string[] {
  const words = line.split(' ').map((word) => `'${word}'`);
  const text = `import { spawn } from 'child_process';\nspawn('acme', [${words.join(', ')}]);`;
  return scanWrapperSource([{ path: 'a.ts', text }], options).uses.map(({ path, key }) =>
    [...path, ...(key === undefined ? [] : [key])].join(' '),
  );
}

describe('what is known of the program', () => {
  it('tells the values of flags from commands', () => {
    expect(usesOf('--profile exec exec -m resume -j resume --profile x', all)).toEqual([
      '--profile',
      'exec',
      'exec -j',
      'exec -m',
      'exec resume',
      'exec resume --profile',
    ]);
  });

  it('leaves open whether a flag that is in neither list takes a value', () => {
    expect(usesOf('exec --hidden resume', all)).toEqual(['exec', 'exec --hidden']);
    expect(usesOf('exec --hidden resume', taking)).toEqual(['exec', 'exec --hidden', 'exec resume']);
  });

  it('still shows a command the program does not have, where it has commands', () => {
    expect(usesOf('retired --flag', taking)).toEqual(['retired', 'retired --flag']);
    expect(usesOf('exec resume word --flag', taking)).toEqual(['exec', 'exec resume', 'exec resume --flag']);
  });

  it('takes only the words before the first flag for commands without it', () => {
    expect(usesOf('exec resume --flag value other', { program: ['acme'] })).toEqual([
      'exec',
      'exec resume',
      'exec resume --flag',
    ]);
  });
});
