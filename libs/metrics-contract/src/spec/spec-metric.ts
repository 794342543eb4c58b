import type { Position } from '@fixpoint/model';
import { METRIC_TYPES } from '../contract/contract-schema';
import { isLabelName, isMetricName } from '../names';

/** A piece of a spec and where it stands. */
export interface SpecText {
  readonly text: string;
  readonly position: Position;
}

/** A declaration as the spec writes it. */
export interface SpecEntry {
  readonly name: SpecText;
  readonly type?: SpecText;
  readonly labels?: SpecText;
  readonly unit?: SpecText;
}

/** A metric that a spec declares; what the spec leaves open is absent. */
export interface SpecMetric {
  readonly name: string;
  readonly position: Position;
  readonly type?: string;
  readonly labels?: readonly string[];
  readonly unit?: string;
}

/** Something in a declaration that nobody can make sense of. */
export interface SpecProblem {
  readonly position: Position;
  readonly message: string;
  readonly actual: string;
}

/** Makes a metric of what is written, with everything that cannot be read. */
export function toSpecMetric(entry: SpecEntry): {
  readonly metric?: SpecMetric;
  readonly problems: readonly SpecProblem[];
} {
  const [, name = '', inline] = /^([^{}\s]+)\s*(?:\{([^}]*)\})?$/.exec(plain(entry.name.text)) ?? [];
  const { position } = entry.name;
  if (!isMetricName(name)) {
    return {
      problems: [
        {
          position,
          message: `${JSON.stringify(entry.name.text)} is no name of a metric`,
          actual: entry.name.text,
        },
      ],
    };
  }
  const labels = readLabels(
    entry.labels ?? (inline === undefined ? undefined : { text: inline, position }),
    name,
  );
  const type = readType(entry.type, name);
  const unit = plain(entry.unit?.text ?? '');
  return {
    metric: {
      name,
      position,
      ...(type.value !== undefined && { type: type.value }),
      ...(labels.value !== undefined && { labels: labels.value }),
      ...(!isNone(unit) && { unit }),
    },
    problems: [...type.problems, ...labels.problems],
  };
}

/** Whether a text names a type of metrics, with or without words behind it. */
export function isMetricType(text: string): boolean {
  return (METRIC_TYPES as readonly string[]).includes(firstWord(text));
}

interface Read<T> {
  readonly value?: T;
  readonly problems: readonly SpecProblem[];
}

function readType(written: SpecText | undefined, name: string): Read<string> {
  if (written === undefined || isNone(plain(written.text))) return { problems: [] };
  const value = firstWord(written.text);
  if (isMetricType(written.text)) return { value, problems: [] };
  const message = `${name} has the type ${JSON.stringify(written.text)}, which is none of ${METRIC_TYPES.join(', ')}`;
  return { problems: [{ position: written.position, message, actual: written.text }] };
}

/** Labels with commas between them; the values that one may have can follow it in parentheses. */
function readLabels(written: SpecText | undefined, name: string): Read<readonly string[]> {
  if (written === undefined) return { problems: [] };
  const words = plain(written.text.replace(/\([^()]*\)/g, ''))
    .split(/[,;]/)
    .map((word) => plain(word))
    .filter((word) => !isNone(word));
  const bad = words.filter((word) => !isLabelName(word));
  const problems = bad.map((word) => ({
    position: written.position,
    message: `${JSON.stringify(word)} among the labels of ${name} is no name of a label`,
    actual: word,
  }));
  return { value: words.filter((word) => isLabelName(word)), problems };
}

function isNone(text: string): boolean {
  return /^(?:|none|n\/a|[-–—]+|\(none\))$/i.test(text);
}

function firstWord(text: string): string {
  return /^[A-Za-z]*/.exec(plain(text))?.[0].toLowerCase() ?? '';
}

/** A text without back-ticks and stars around its parts. */
function plain(text: string): string {
  return text
    .replace(/[`*]/g, '')
    .replace(/\\(?=_)/g, '')
    .trim();
}
