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

/** A difference from the scan of lines is an improvement where the lines themselves show why; otherwise it is not. */
function againstScan({ patterns, texts, said }: RecordedCase, reference: Reference, name: string): CaseLine {
  const lines = texts.flatMap(lineScan);
  const seen = lines.filter(({ isSeen }) => isSeen);
  const explained: string[] = [];
  const unexplained: string[] = [];
  const tell = (what: string, cause: string | undefined): void => {
    if (cause === undefined) unexplained.push(what);
    else explained.push(`${what}: ${cause}`);
  };
  const counted =
    seen.length === reference.steps ? 'its lines are those with Given, When, Then and And' : undefined;
  if (picklesIn(texts) !== reference.steps)
    tell(`${reference.steps} lines there, ${picklesIn(texts)} steps of pickles here`, counted);
  for (const kind of ['undefined', 'ambiguous'] as const) {
    const ours = actuals(said[`${kind}Steps`]);
    for (const text of ours.filter((each) => !reference[kind].includes(each)))
      tell(`${kind} here only: ${text}`, unseen(text, lines));
    for (const text of reference[kind].filter((each) => !ours.includes(each)))
      tell(`${kind} there only: ${text}`, noStep(text, lines));
  }
  const unused = patterns.filter((source) =>
    said.unusedDefinitions.some(({ actual }) => actual === `/${source}/`),
  );
  const uses = (source: string) =>
    lines.filter(({ texts: all }) => all.some((text) => new RegExp(source).test(text)));
  for (const source of reference.unused_patterns.filter((each) => !unused.includes(each))) {
    tell(
      `unused there only: ${source}`,
      uses(source).some(({ isSeen, isOutline }) => !isSeen || isOutline)
        ? 'a step that it did not see uses it'
        : undefined,
    );
  }
  for (const source of unused.filter((each) => !reference.unused_patterns.includes(each))) {
    tell(
      `unused here only: ${source}`,
      seen.some(({ line, isStep }) => !isStep && new RegExp(source).test(line))
        ? 'only text that is no step matches it'
        : undefined,
    );
  }
  const because = `${reference.steps} lines, ${reference.undefined.length} undefined, ${reference.ambiguous.length} ambiguous, ${reference.unused_patterns.length} unused`;
  return lineOf({ kind: 'line scan', name, because }, { explained, unexplained });
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
