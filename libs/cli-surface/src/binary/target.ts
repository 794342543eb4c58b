import type { ExecutableHeader } from './executable-header';

/** What a target's name says; an absent key means that the name leaves it open. */
export interface TargetFacts {
  readonly os?: string;
  readonly arch?: string;
  /** gnu, musl or msvc. */
  readonly abi?: string;
}

const OS_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^linux/, 'linux'],
  [/^(darwin|macos|osx|mac|apple)$/, 'macos'],
  [/^(windows|win|win32|win64)$/, 'windows'],
  [/^android/, 'android'],
  [/^freebsd/, 'freebsd'],
];

const ARCH_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(x64|amd64)$/, 'x86_64'],
  [/^(aarch64|arm64)$/, 'aarch64'],
  [/^(i[3-6]86|ia32|x86|386)$/, 'i686'],
  [/^arm(v[5-8].*|hf|el)?$/, 'arm'],
  [/^riscv64/, 'riscv64'],
  [/^(powerpc64|ppc64)/, 'powerpc64'],
  [/^s390x$/, 's390x'],
  [/^loong(arch)?64$/, 'loongarch64'],
];

const ABI_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(linux)?musl/, 'musl'],
  [/^(gnu|glibc)/, 'gnu'],
  [/^msvc$/, 'msvc'],
];

/** Reads a target's name, whatever its convention: `x86_64-unknown-linux-musl`, `linux-x64`, `darwin_arm64`. */
export function readTargetName(target: string): TargetFacts {
  const words = target.toLowerCase().replaceAll('x86_64', 'x64').split(/[-_.]/);
  const find = (table: typeof OS_WORDS) => words.map((word) => meaningOf(table, word)).find(Boolean);
  return { os: find(OS_WORDS), arch: find(ARCH_WORDS), abi: find(ABI_WORDS) };
}

function meaningOf(table: typeof OS_WORDS, word: string): string | undefined {
  return table.find(([pattern]) => pattern.test(word))?.[1];
}

/**
 * How well a header fits a target's name: higher is better, undefined when they contradict each other. Windows headers
 * do not tell one ABI from another, and an ELF file without interpreter fits musl best and gnu as well.
 */
export function fitOf(header: ExecutableHeader, facts: TargetFacts): number | undefined {
  if (facts.os !== undefined && facts.os !== header.os) return undefined;
  if (facts.arch !== undefined && !header.arches.includes(facts.arch)) return undefined;
  const abi = abiFit(header, facts.abi);
  if (abi === undefined) return undefined;
  return (facts.os === undefined ? 0 : 4) + (facts.arch === undefined ? 0 : 4) + abi;
}

function abiFit(header: ExecutableHeader, abi: string | undefined): number | undefined {
  if (abi === undefined) return 1;
  if (header.format === 'pe') return abi === 'msvc' ? 3 : 2;
  if (header.libc === 'static') return abi === 'musl' ? 3 : 2;
  if (header.libc === undefined) return 2;
  return header.libc === abi ? 3 : undefined;
}

/** The expected target that fits a header best; the earlier one when several fit alike. */
export function matchTarget(
  header: ExecutableHeader,
  expected: readonly string[],
  facts: (target: string) => TargetFacts = readTargetName,
): string | undefined {
  const fits = expected.flatMap((target) => {
    const fit = fitOf(header, facts(target));
    return fit === undefined ? [] : [{ target, fit }];
  });
  return fits.reduce<(typeof fits)[number] | undefined>(
    (best, next) => (best === undefined || next.fit > best.fit ? next : best),
    undefined,
  )?.target;
}
