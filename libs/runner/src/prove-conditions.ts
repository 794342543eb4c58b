/** Under what one run derives; every part is one that results have been known to depend on. */
export interface Conditions {
  /** Name of the copy's directory. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  /** Working directory, relative to the root. */
  readonly cwd: string;
  readonly order: (paths: readonly string[]) => readonly string[];
  /** All of it in words. */
  readonly text: string;
}

/** A zone without daylight saving, the one furthest ahead, one that is off by half hours and behind. */
const ZONES = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'];
/** Code units, a dotless i, umlauts that sort among letters. */
const LOCALES = ['C', 'tr_TR.UTF-8', 'de_DE.UTF-8'];
const PLACES = ['..', '.', '../..'];
const ORDERS = [
  { name: 'sorted', order: (paths: readonly string[]) => paths },
  { name: 'reversed', order: (paths: readonly string[]) => [...paths].reverse() },
  { name: 'halves swapped', order: swapHalves },
];

/** The conditions of so many runs; neighbours differ in everything. */
export function conditionsOf(runs: number): Conditions[] {
  return Array.from({ length: runs }, (_, index) => {
    const pick = <T>(list: readonly T[]): T => list[index % list.length] as T;
    const [zone, locale, cwd, order] = [pick(ZONES), pick(LOCALES), pick(PLACES), pick(ORDERS)];
    return {
      directory: `copy${'-longer'.repeat(index % 3)}`,
      env: { TZ: zone, LC_ALL: locale, LANG: locale },
      cwd,
      order: order.order,
      text: `TZ=${zone} LC_ALL=${locale}, started in ${cwd} of the root, files made in order: ${order.name}`,
    };
  });
}

function swapHalves(paths: readonly string[]): string[] {
  const middle = Math.floor(paths.length / 2);
  return [...paths.slice(middle), ...paths.slice(0, middle)];
}
