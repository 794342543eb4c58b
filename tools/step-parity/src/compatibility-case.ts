import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseLine } from '@fixpoint/comparison-table';
import { lineOf } from './line-of';
import { readMessages, type KitRun, type KitVerdicts } from './kit-messages';
import { readFeatures } from './read-features';
import { runStepcheck, type Said } from './run-stepcheck';

/** Compares the verdicts over a sample of the compatibility kit with the messages that Cucumber writes for it. */
export async function compareSample(folder: string, name: string): Promise<CaseLine> {
  const messages = readdirSync(folder).find((file) => file.endsWith('.ndjson')) ?? '';
  const theirs = readMessages(readFileSync(join(folder, messages), 'utf8'));
  const said = await runStepcheck(folder, {
    features: ['*.feature', '*.feature.md'],
    definitions: ['*.ts', '*.js'],
  });
  const ours = verdictsOf(folder, said);
  const keys = ['steps', 'undefined', 'ambiguous', 'unused', 'unknownTypes', 'snippets'] as const;
  const differences = keys.flatMap((key) => [
    ...ours[key]
      .filter((each) => !theirs[key].includes(each))
      .map((each) => ({ key, text: `${key} here only: ${each}` })),
    ...theirs[key]
      .filter((each) => !ours[key].includes(each))
      .map((each) => ({ key, text: `${key} there only: ${each}` })),
  ]);
  const causes = differences.map(({ key, text }) => ({ text, cause: causeOf(key, theirs, said) }));
  const explained = causes.flatMap(({ text, cause }) => (cause === undefined ? [] : [`${text}: ${cause}`]));
  const unexplained = causes.flatMap(({ text, cause }) => (cause === undefined ? [text] : []));
  const because = keys.map((key) => `${theirs[key].length} ${key}`).join(', ');
  return lineOf({ kind: 'kit', name, because }, { explained, unexplained });
}

/** Why a difference is none of the rules; the messages and the findings have to bear it out. */
function causeOf(
  key: keyof KitVerdicts,
  { unreached, undefined: missing, steps }: KitRun,
  said: Said,
): string | undefined {
  if (key === 'unused' && unreached > 0) return `the run ended before ${unreached} of its scenarios`;
  const isAll = missing.length === steps.length;
  const isToldOnce = isAll && said.findings.some(({ id }) => id === 'stepcheck/no-definitions');
  return isToldOnce && (key === 'undefined' || key === 'snippets')
    ? 'told once, as stepcheck/no-definitions'
    : undefined;
}

function verdictsOf(folder: string, said: Said): KitVerdicts {
  const place = ({ file, position, actual }: Said['findings'][number]): string =>
    `${file}:${position?.line} ${actual}`;
  const definition = ({ file, position }: Said['findings'][number]): string => `${file}:${position?.line}`;
  const steps = readFeatures(folder).flatMap(({ file, feature }) =>
    (feature?.pickles ?? []).flatMap((pickle) =>
      pickle.steps.map((step) => `${file}:${step.position.line} ${step.text}`),
    ),
  );
  return {
    steps: [...new Set(steps)],
    undefined: said.undefinedSteps.map(place),
    ambiguous: said.ambiguousSteps.map(place),
    unused: said.unusedDefinitions.map(definition),
    unknownTypes: said.findings
      .filter(({ id }) => id === 'stepcheck/unknown-parameter-type')
      .map(({ message }) => /\{(.*?)\}/.exec(message)?.[1] ?? message),
    snippets: [...new Set(said.undefinedSteps.map(({ fix }) => /^\w+\('.*'/m.exec(fix)?.[0] ?? fix))],
  };
}
