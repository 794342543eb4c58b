import type { SnapshotArg, SnapshotFlag } from '@fixpoint/surface-formats';
import { type UsageArg, type UsageUnits, usageUnits, type ValueCount } from './usage-units';

/** What a page gives when its tables and its usage lines are read together. */
export interface Merged {
  readonly flags: readonly SnapshotFlag[];
  readonly args: readonly SnapshotArg[];
}

/** What the tables of a page list. */
export interface Listed extends Merged {
  /** Whether a placeholder of the usage stands for a subcommand and what follows it. */
  isCommandPlace(name: string): boolean;
}

/**
 * Completes the tables by the usage lines (program name and path cut off). A listed argument keeps its row's word on being
 * required, except that brackets in the usage make it optional (tables of clap 2 and 3 show every argument in angle
 * brackets); repetition counts from either. Arguments that only the usage names are added, but for the placeholder of a
 * subcommand. Flags that every usage line demands are required.
 */
export function mergeUsage(listed: Listed, forms: readonly string[]): Merged {
  const counts = valueCounts(listed.flags);
  const units = forms.map((form) => usageUnits(form, counts));
  return { flags: markRequired(listed.flags, units), args: mergeArgs(listed, units) };
}

function valueCounts(flags: readonly SnapshotFlag[]): ValueCount {
  const counts = new Map<string, number>();
  for (const flag of flags) {
    const count = flag.takes_value ? (flag.value_names?.length ?? 1) : 0;
    for (const name of spellings(flag)) counts.set(name, count);
  }
  return (flag) => counts.get(flag);
}

function spellings(flag: SnapshotFlag): string[] {
  return [flag.long, flag.short, ...(flag.aliases ?? [])].filter((name) => name !== undefined);
}

function markRequired(flags: readonly SnapshotFlag[], units: readonly UsageUnits[]): SnapshotFlag[] {
  const demanded = units.map((unit) => new Set(unit.requiredFlags));
  const isRequired = (flag: SnapshotFlag): boolean =>
    demanded.length > 0 && demanded.every((names) => spellings(flag).some((name) => names.has(name)));
  return flags.map((flag) => (isRequired(flag) ? { ...flag, required: true } : flag));
}

function mergeArgs(listed: Listed, units: readonly UsageUnits[]): SnapshotArg[] {
  const uses = new Map<string, UsageArg[]>();
  for (const arg of units.flatMap((unit) => oncePerName(unit.args))) {
    const known = uses.get(arg.name);
    if (known === undefined) uses.set(arg.name, [arg]);
    else known.push(arg);
  }
  const names = new Set(listed.args.map((arg) => arg.name));
  const isListed = (name: string): boolean => name.split('|').some((part) => names.has(part));
  const added = Array.from(uses).filter(([name]) => !isListed(name) && !listed.isCommandPlace(name));
  return [
    ...listed.args.map((arg) => complete(arg, uses.get(arg.name) ?? [])),
    ...added.map(([name, found]) => inferred(name, found, units.length)),
  ];
}

// `URL [URL ...]` is one argument; it must be given when one of its places demands it.
function oncePerName(args: readonly UsageArg[]): UsageArg[] {
  const found = new Map<string, UsageArg>();
  for (const arg of args) {
    const known = found.get(arg.name);
    const required = arg.required || known?.required === true;
    found.set(arg.name, known === undefined ? arg : { name: arg.name, required, variadic: true });
  }
  return [...found.values()];
}

function complete(arg: SnapshotArg, uses: readonly UsageArg[]): SnapshotArg {
  const optionalInUsage = uses.length > 0 && uses.every((use) => !use.required);
  return {
    ...arg,
    required: arg.required && !optionalInUsage,
    variadic: arg.variadic || uses.some((use) => use.variadic),
  };
}

// An argument is required when every form of the command demands it.
function inferred(name: string, uses: readonly UsageArg[], forms: number): SnapshotArg {
  const required = uses.length >= forms && uses.every((use) => use.required);
  return { name, required, variadic: uses.some((use) => use.variadic), note: 'inferred from usage' };
}
