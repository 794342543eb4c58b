import {
  readFeature,
  readPatternList,
  scanDefinitions,
  type Feature,
  type Registered,
} from '@fixpoint/gherkin-steps';
import type { Finding, FoundFile, RefusedFile } from '@fixpoint/model';
import type { StepFacts } from './collect-facts';

/** Features and definitions, as far as they can be read. */
export interface StepInputs {
  readonly features: readonly Feature[];
  readonly registered: Registered;
  /** Whether every feature is there: only then a definition can be called unused. */
  readonly hasAllFeatures: boolean;
  /** Registrations of which the pattern is not known. */
  readonly unknownPatterns: number;
  readonly findings: readonly Finding[];
}

/**
 * Parses what was read; a file that is broken keeps none of the others from being read.
 *
 * @req FP-STEP-005
 */
export function readInputs({ features, definitions, patterns, refused }: StepFacts): StepInputs {
  const read = features.map((file) =>
    file.isUtf8 ? readFeature(file.path, file.text) : { ok: false as const, findings: [notUtf8(file)] },
  );
  const scanned = definitions.map((file) =>
    file.isUtf8
      ? scanDefinitions(file.path, file.text)
      : { definitions: [], parameterTypes: [], findings: [notUtf8(file)] },
  );
  const listed = patterns === undefined ? undefined : listOf(patterns);
  const findings = [
    ...[...read, ...scanned, ...(listed ? [listed] : [])].flatMap((each) => [...each.findings]),
    ...Object.values(refused).flat().map(unreadable),
  ];
  return {
    features: read.flatMap((result) => (result.ok ? [result.value] : [])),
    registered: {
      definitions: [...scanned.flatMap((each) => each.definitions), ...(listed?.ok ? listed.value : [])],
      parameterTypes: scanned.flatMap((each) => each.parameterTypes),
    },
    hasAllFeatures: read.every(({ ok }) => ok) && refused.features.length === 0,
    unknownPatterns: findings.filter(({ id }) => id === 'stepcheck/unknown-pattern').length,
    findings,
  };
}

function listOf(file: FoundFile): ReturnType<typeof readPatternList> {
  return file.isUtf8 ? readPatternList(file.path, file.text) : { ok: false, findings: [notUtf8(file)] };
}

function notUtf8({ path }: FoundFile): Finding {
  return {
    id: 'stepcheck/not-utf8',
    severity: 'error',
    message: `${path} is not UTF-8 text`,
    file: path,
    fix: `save ${path} as UTF-8`,
  };
}

function unreadable({ file, message, fix }: RefusedFile): Finding {
  return {
    id: 'stepcheck/unreadable',
    severity: 'error',
    message,
    file,
    fix: fix ?? `make ${file} a readable file, or exclude it by a glob that begins with "!"`,
  };
}
