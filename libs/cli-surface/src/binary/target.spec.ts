import type { ExecutableHeader } from './executable-header';
import { fitOf, matchTarget, readTargetName } from './target';

const STATIC: ExecutableHeader = { format: 'elf', os: 'linux', arches: ['x86_64'], libc: 'static' };
const GNU: ExecutableHeader = { ...STATIC, libc: 'gnu' };
const UNIVERSAL: ExecutableHeader = { format: 'mach-o', os: 'macos', arches: ['x86_64', 'aarch64'] };
const WINDOWS: ExecutableHeader = { format: 'pe', os: 'windows', arches: ['x86_64'] };

describe('readTargetName', () => {
  it.each([
    ['x86_64-unknown-linux-musl', 'linux', 'x86_64', 'musl'],
    ['aarch64-unknown-linux-gnu', 'linux', 'aarch64', 'gnu'],
    ['armv7-unknown-linux-gnueabihf', 'linux', 'arm', 'gnu'],
    ['aarch64-apple-darwin', 'macos', 'aarch64', undefined],
    ['x86_64-pc-windows-msvc', 'windows', 'x86_64', 'msvc'],
    ['i686-pc-windows-gnu', 'windows', 'i686', 'gnu'],
    ['linux-x64', 'linux', 'x86_64', undefined],
    ['linux-x64-musl', 'linux', 'x86_64', 'musl'],
    ['linux_x86_64', 'linux', 'x86_64', undefined],
    ['darwin-arm64', 'macos', 'aarch64', undefined],
    ['win32-x64', 'windows', 'x86_64', undefined],
    ['linux_amd64', 'linux', 'x86_64', undefined],
    ['riscv64gc-unknown-linux-gnu', 'linux', 'riscv64', 'gnu'],
    ['whatever', undefined, undefined, undefined],
  ])('reads %s', (target, os, arch, abi) => {
    expect(readTargetName(target)).toEqual({ os, arch, abi });
  });
});

describe('matchTarget', () => {
  const RUST = ['x86_64-unknown-linux-gnu', 'x86_64-unknown-linux-musl', 'aarch64-apple-darwin'];

  it('prefers musl for a static executable and takes gnu where there is no musl', () => {
    expect(matchTarget(STATIC, RUST)).toBe('x86_64-unknown-linux-musl');
    expect(matchTarget(STATIC, ['x86_64-unknown-linux-gnu'])).toBe('x86_64-unknown-linux-gnu');
  });

  it('keeps to the C library of a dynamic executable', () => {
    expect(matchTarget(GNU, RUST)).toBe('x86_64-unknown-linux-gnu');
    expect(matchTarget(GNU, ['x86_64-unknown-linux-musl'])).toBeUndefined();
  });

  it('chooses the expected Windows target, whatever its ABI', () => {
    expect(matchTarget(WINDOWS, ['x86_64-pc-windows-gnu'])).toBe('x86_64-pc-windows-gnu');
    expect(matchTarget(WINDOWS, ['x86_64-pc-windows-gnu', 'x86_64-pc-windows-msvc'])).toBe(
      'x86_64-pc-windows-msvc',
    );
  });

  it('lets a universal executable stand for either architecture', () => {
    expect(matchTarget(UNIVERSAL, ['linux-x64', 'darwin-arm64'])).toBe('darwin-arm64');
    expect(fitOf(UNIVERSAL, readTargetName('darwin-x64'))).toBeDefined();
  });

  it('takes the platform of the configuration for names that do not say it', () => {
    expect(
      matchTarget(STATIC, ['mac-build', 'server'], (name) => ({ os: name === 'server' ? 'linux' : 'macos' })),
    ).toBe('server');
  });

  it('prefers the name that says more', () => {
    expect(matchTarget(GNU, ['linux', 'linux-x64'])).toBe('linux-x64');
  });
});
