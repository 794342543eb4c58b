import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseLine } from '@fixpoint/comparison-table';
import { lineOf } from './line-of';
import { lineScan, type ScannedLine } from './line-scan';
import { readFeatures, type ReadText } from './read-features';
import { runStepcheck, type Said } from './run-stepcheck';

/** `gherkin.json`: what pickles of the official parser come to. */
interface Truth {
  readonly pickle_steps: number;
  readonly undefined: readonly string[];
  readonly ambiguous: readonly string[];
  readonly unused: number;
  readonly parse_errors: number;
}

/** `reference.json`: what a scan of lines came to. */
interface Reference {
  readonly steps: number;
  readonly undefined: readonly string[];
  readonly ambiguous: readonly string[];
  readonly unused_patterns: readonly string[];
}

interface RecordedCase {
  readonly patterns: readonly string[];
  readonly texts: readonly ReadText[];
  readonly said: Said;
}

/** Compares what is said of a recorded case with the truth and with the earlier scan. */
export async function compareRecorded(folder: string, name: string): Promise<CaseLine[]> {
  const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
  const steps = { features: ['input/**/*.feature'], definitions: [], patterns: 'steps.json' };
  const recorded: RecordedCase = {
    patterns: read('steps.json'),
    texts: readFeatures(join(folder, 'input')),
    said: await runStepcheck(folder, steps),
  };
  return [
    againstTruth(recorded, read('gherkin.json'), name),
    againstScan(recorded, read('reference.json'), name),
  ];
}

function picklesIn(texts: readonly ReadText[]): number {
  return texts
    .flatMap(({ feature }) => feature?.pickles ?? [])
    .reduce((sum, { steps }) => sum + steps.length, 0);
}

function actuals(findings: Said['findings']): string[] {
  return [...new Set(findings.map(({ actual }) => actual ?? ''))].sort();
}

function againstTruth({ texts, said }: RecordedCase, truth: Truth, name: string): CaseLine {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['steps of pickles', truth.pickle_steps, picklesIn(texts)],
    ['undefined', [...new Set(truth.undefined)].sort(), actuals(said.undefinedSteps)],
    ['ambiguous', [...new Set(truth.ambiguous)].sort(), actuals(said.ambiguousSteps)],
    ['unused', truth.unused, said.unusedDefinitions.length],
    ['unreadable', truth.parse_errors, said.unread.length],
  ];
  const unexplained = pairs
    .map(([what, theirs, ours]) => [what, JSON.stringify(theirs), JSON.stringify(ours)] as const)
    .filter(([, theirs, ours]) => theirs !== ours)
    .map(([what, theirs, ours]) => `${what}: ${theirs} there, ${ours} here`);
  const because = `${truth.pickle_steps} steps, ${truth.undefined.length} undefined, ${truth.ambiguous.length} ambiguous, ${truth.unused} unused`;
  return lineOf({ kind: 'pickles', name, because }, { explained: [], unexplained });
}

/** A difference from the scan of lines, and its cause where the lines themselves show one. */
interface ScanDifference {
  readonly what: string;
  readonly cause: string | undefined;
}

/** A difference from the scan of lines is an improvement where the lines themselves show why; otherwise it is not. */
function againstScan(recorded: RecordedCase, reference: Reference, name: string): CaseLine {
  const lines = recorded.texts.flatMap(lineScan);
  const differences = [
    ...stepCount(recorded, reference, lines),
    ...verdicts(recorded, reference, lines),
    ...unusedPatterns(recorded, reference, lines),
  ];
  const because = `${reference.steps} lines, ${reference.undefined.length} undefined, ${reference.ambiguous.length} ambiguous, ${reference.unused_patterns.length} unused`;
  return lineOf(
    { kind: 'line scan', name, because },
    {
      explained: differences.flatMap(({ what, cause }) => (cause === undefined ? [] : [`${what}: ${cause}`])),
      unexplained: differences.flatMap(({ what, cause }) => (cause === undefined ? [what] : [])),
    },
  );
}

function stepCount(
  { texts }: RecordedCase,
  { steps }: Reference,
  lines: readonly ScannedLine[],
): ScanDifference[] {
  const count = picklesIn(texts);
  if (count === steps) return [];
  const isCounted = lines.filter(({ isSeen }) => isSeen).length === steps;
  const cause = isCounted ? 'its lines are those with Given, When, Then and And' : undefined;
  return [{ what: `${steps} lines there, ${count} steps of pickles here`, cause }];
}

function verdicts(
  { said }: RecordedCase,
  reference: Reference,
  lines: readonly ScannedLine[],
): ScanDifference[] {
  return (['undefined', 'ambiguous'] as const).flatMap((kind) => {
    const [ours, theirs] = [actuals(said[`${kind}Steps`]), reference[kind]];
    return [
      ...without(ours, theirs).map((text) => ({
        what: `${kind} here only: ${text}`,
        cause: unseen(text, lines),
      })),
      ...without(theirs, ours).map((text) => ({
        what: `${kind} there only: ${text}`,
        cause: noStep(text, lines),
      })),
    ];
  });
}

function unusedPatterns(
  { patterns, said }: RecordedCase,
  { unused_patterns: theirs }: Reference,
  lines: readonly ScannedLine[],
): ScanDifference[] {
  const ours = patterns.filter((source) =>
    said.unusedDefinitions.some(({ actual }) => actual === `/${source}/`),
  );
  const isUsedUnseen = (pattern: RegExp): boolean =>
    lines.some(
      ({ isSeen, isOutline, texts }) => (!isSeen || isOutline) && texts.some((text) => pattern.test(text)),
    );
  const isUsedByText = (pattern: RegExp): boolean =>
    lines.some(({ isSeen, isStep, line }) => isSeen && !isStep && pattern.test(line));
  return [
    ...without(theirs, ours).map((source) => ({
      what: `unused there only: ${source}`,
      cause: isUsedUnseen(new RegExp(source)) ? 'a step that it did not see uses it' : undefined,
    })),
    ...without(ours, theirs).map((source) => ({
      what: `unused here only: ${source}`,
      cause: isUsedByText(new RegExp(source)) ? 'only text that is no step matches it' : undefined,
    })),
  ];
}

function without(texts: readonly string[], others: readonly string[]): string[] {
  return texts.filter((text) => !others.includes(text));
}

function unseen(text: string, lines: readonly ScannedLine[]): string | undefined {
  const line = lines.find(({ isStep, texts }) => isStep && texts.includes(text));
  if (line && !line.isSeen) return `it did not see ${line.keyword}`;
  return line?.isOutline ? 'it did not put in the values of examples' : undefined;
}

function noStep(text: string, lines: readonly ScannedLine[]): string | undefined {
  const line = lines.find((each) => each.isSeen && each.line === text);
  if (line && !line.isStep) return 'the line is no step';
  return line?.isOutline ? 'it did not put in the values of examples' : undefined;
}
