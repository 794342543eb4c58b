import { withoutAbsent, type JsonFlagShape } from '@fixpoint/surface-formats';
import { readFlagSpec } from '../table/flag-spec';
import { isFilled, textAt, textsAt, valueAt, type Entry } from './json-value';
import type { SourceFlag } from './source-surface';

const GRAMMAR = { bareValues: true, equalsBinds: false };

/** The flag that an entry describes; none when it has no spelling, as an argument in the same list. */
export function jsonFlag({ key, value }: Entry, shape: JsonFlagShape): SourceFlag[] {
  const long = textAt(value, shape.name) ?? (shape.name === undefined ? key : undefined);
  const written = [long, ...textsAt(value, shape.short), ...textsAt(value, shape.aliases)];
  const names = written.filter((name) => name !== undefined).map(dashed);
  if (names.length === 0) return [];
  const negations =
    isFilled(valueAt(value, shape.negatable)) && long !== undefined ? [`--no-${bare(long)}`] : [];
  const choices = textsAt(value, shape.choices);
  return [
    withoutAbsent<SourceFlag>({
      names: [...new Set([...names, ...negations])],
      takesValue: takesValue(value, shape),
      valueName: textAt(value, shape.value_name),
      choices: choices.length > 0 ? choices : undefined,
      default: defaultOf(value, shape),
      repeatable: truth(value, shape.repeatable),
      required: truth(value, shape.required),
      description: textAt(value, shape.description)?.trim(),
    }),
  ];
}

function takesValue(value: unknown, shape: JsonFlagShape): boolean | undefined {
  if (shape.value !== undefined) {
    const { at, is, not } = shape.value;
    const text = textAt(value, at) ?? '';
    if (is !== undefined) return is.includes(text);
    if (not !== undefined) return text !== '' && !not.includes(text);
    return isFilled(valueAt(value, at));
  }
  const usage = textAt(value, shape.usage);
  const spec = usage === undefined ? undefined : readFlagSpec(usage, GRAMMAR);
  return spec && spec.values.length > 0;
}

// Only where a value is taken is the default one that a user could write.
function defaultOf(value: unknown, shape: JsonFlagShape): string | undefined {
  return takesValue(value, shape) === true ? textAt(value, shape.default) : undefined;
}

function truth(value: unknown, pointer: string | undefined): boolean | undefined {
  return pointer !== undefined && isFilled(valueAt(value, pointer)) ? true : undefined;
}

function dashed(name: string): string {
  if (name.startsWith('-')) return name;
  return Array.from(name).length === 1 ? `-${name}` : `--${name}`;
}

function bare(name: string): string {
  return name.replace(/^-+/, '');
}
