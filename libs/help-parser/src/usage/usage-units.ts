import { type UsageWord, usageWords } from './usage-words';

/** An argument that a usage line names. */
export interface UsageArg {
  readonly name: string;
  readonly required: boolean;
  readonly variadic: boolean;
}

/** What a usage line says of arguments and flags. */
export interface UsageUnits {
  readonly args: readonly UsageArg[];
  /** Flags that stand outside brackets and alternatives: the command cannot be called without them. */
  readonly requiredFlags: readonly string[];
}

/** How many values a flag takes; undefined for a flag that the page does not list. */
export type ValueCount = (flag: string) => number | undefined;

interface Unit {
  readonly kind: 'flag' | 'arg';
  readonly name: string;
  required: boolean;
  variadic: boolean;
}

interface Group {
  readonly from: number;
  readonly optional: boolean;
  alternatives: boolean;
}

const CAPITALS = /^[A-Z][A-Z0-9_-]*$/;
const FLAGS_PLACEHOLDER = /^(?:options?|flags?)$/i;

/** Reads a usage line whose program name and command path have been taken off. A flag's value is not an argument. */
export function usageUnits(form: string, valueCount: ValueCount): UsageUnits {
  const reader = new UnitReader(valueCount);
  for (const word of usageWords(form)) reader.read(word);
  return reader.finish();
}

class UnitReader {
  private readonly units: Unit[] = [];
  private readonly groups: Group[] = [{ from: 0, optional: false, alternatives: false }];
  private optionalDepth = 0;
  private pendingValues = 0;
  /** Where the units begin that a `...` which comes next would repeat. */
  private repeatFrom = 0;

  constructor(private readonly valueCount: ValueCount) {}

  read(word: UsageWord): void {
    this[word.kind](word);
  }

  finish(): UsageUnits {
    while (this.groups.length > 0) this.leave();
    const args = this.units.filter((unit) => unit.kind === 'arg');
    const flags = this.units.filter((unit) => unit.kind === 'flag' && unit.required);
    return {
      args: args.map(({ name, required, variadic }) => ({ name, required, variadic })),
      requiredFlags: flags.map((flag) => flag.name),
    };
  }

  private open(word: UsageWord): void {
    this.groups.push({ from: this.units.length, optional: word.optional, alternatives: false });
    if (word.optional) this.optionalDepth++;
  }

  private close(): void {
    this.pendingValues = 0;
    if (this.groups.length > 1) this.leave();
  }

  private leave(): void {
    const group = this.groups.pop() as Group;
    if (group.optional) this.optionalDepth--;
    if (group.alternatives) for (const unit of this.units.slice(group.from)) unit.required = false;
    this.repeatFrom = group.from;
  }

  private alternative(): void {
    this.pendingValues = 0;
    (this.groups.at(-1) as Group).alternatives = true;
  }

  private dashes(): void {
    this.pendingValues = 0;
  }

  private repeat(): void {
    for (const unit of this.units.slice(this.repeatFrom)) unit.variadic = true;
  }

  private flag(word: UsageWord): void {
    this.pendingValues = this.valueCount(word.text) ?? 1;
    this.add('flag', word.text, false);
  }

  private placeholder(word: UsageWord): void {
    if (FLAGS_PLACEHOLDER.test(word.text)) this.repeatFrom = this.units.length;
    else if (this.pendingValues > 0) this.pendingValues--;
    else this.add('arg', word.text, word.optional);
  }

  private word(word: UsageWord): void {
    const text = word.text.replace(/^[=,]+|,+$/g, '');
    if (CAPITALS.test(text)) this.placeholder({ ...word, text });
    else if (text !== '') this.pendingValues = 0;
  }

  private add(kind: Unit['kind'], name: string, optional: boolean): void {
    this.units.push({ kind, name, required: !optional && this.optionalDepth === 0, variadic: false });
    this.repeatFrom = this.units.length - 1;
  }
}
