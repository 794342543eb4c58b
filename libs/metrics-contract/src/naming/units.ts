const PREFIXES = [
  ...['pico', 'nano', 'micro', 'milli', 'centi', 'deci', 'deca', 'hecto', 'kilo', 'kibi'],
  // "mibi" is how promtool 2.42 has it; "mebi" it does not know.
  ...['mega', 'mibi', 'giga', 'gibi', 'tera', 'tebi', 'peta', 'pebi'],
];

/** Units by the base unit that should stand in their place, as promtool 2.42 has them. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  amperes: ['amperes'],
  bytes: ['bytes', 'bits'],
  celsius: ['celsius', 'fahrenheit', 'rankine'],
  grams: ['grams', 'pounds', 'ounces'],
  joules: ['joules', 'calories'],
  kelvin: ['kelvin', 'kelvins'],
  meters: ['meters', 'inches', 'yards', 'miles'],
  metres: ['metres'],
  seconds: ['seconds', 'minutes', 'hours', 'days', 'weeks'],
  volts: ['volts'],
};

const BASES: ReadonlyMap<string, string> = new Map(
  Object.entries(UNITS).flatMap(([base, units]) =>
    units.flatMap((unit) => ['', ...PREFIXES].map((prefix) => [`${prefix}${unit}`, base] as const)),
  ),
);

/** Abbreviations of units that promtool objects to. */
const ABBREVIATIONS = new Set([
  's',
  'ms',
  'us',
  'ns',
  'sec',
  'b',
  'kb',
  'mb',
  'gb',
  'tb',
  'pb',
  'm',
  'h',
  'd',
]);

/**
 * The unit in a name that is no base unit, with the base unit. Of several units promtool looks at one of them, which differs from run to
 * run; here the first one that is no base unit counts.
 */
export function foreignUnit(name: string): { readonly unit: string; readonly base: string } | undefined {
  for (const unit of name.split('_')) {
    const base = BASES.get(unit);
    if (base !== undefined && base !== unit) return { unit, base };
  }
  return undefined;
}

/** Abbreviated units in a name, other than at its beginning. */
export function abbreviatedUnits(name: string): string[] {
  const [, ...words] = name.toLowerCase().split('_');
  return words.filter((word) => ABBREVIATIONS.has(word));
}
