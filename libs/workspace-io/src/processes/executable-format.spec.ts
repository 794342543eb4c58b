import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { isForeignToKernel } from './executable-format';

describe('isForeignToKernel', () => {
  const directory = tempDirectory();

  it.each([
    ['#!/bin/sh\n', []],
    ['\x7fELF\x02', ['darwin']],
    ['\xcf\xfa\xed\xfe\x07', ['linux']],
    ['\xca\xfe\xba\xbe\x00', ['linux']],
    ['MZ\x90\x00', ['linux', 'darwin']],
    ['<!doctype html>', ['linux', 'darwin']],
    ['', ['linux', 'darwin']],
  ])('%j is foreign to %j', (content, expected) => {
    const file = directory.write('tool', Buffer.from(content, 'latin1'));
    const platforms = ['linux', 'darwin', 'win32'] as const;
    expect(platforms.filter((platform) => isForeignToKernel(file, platform))).toEqual(expected);
  });

  it('leaves to the kernel what cannot be read', () => {
    expect(isForeignToKernel(join(directory.path, 'none'), 'linux')).toBe(false);
    expect(isForeignToKernel(directory.path, 'linux')).toBe(false);
  });
});
