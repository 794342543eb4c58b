import type { FlagSpec } from '../../table/flag-spec';

// What pflag's types are called where the flag may be given more than once.
const REPEATABLE =
  /^(?:strings|stringArray|stringSlice|stringToString|stringToInt|ints|uints|bools|durations|list|filter|count)$/;
const BOOLEAN = /^(?:true|false)$/;

/**
 * Reads the word behind a flag as pflag means it: a type's name says whether the flag may be repeated, and in templates that
 * write `--flag=false` or `--flag[=false]` the word is the default of a switch.
 */
export function completeCobraFlag(spec: FlagSpec): FlagSpec {
  const [value] = spec.values;
  if (value === undefined) return spec;
  if (BOOLEAN.test(value)) return { ...spec, values: [], optional: false, attached: false };
  return { ...spec, repeatable: spec.repeatable || REPEATABLE.test(value) };
}
