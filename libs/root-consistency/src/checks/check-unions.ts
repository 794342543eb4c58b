import type { Finding } from '@fixpoint/model';
import { fixCommand, inTargetOrder, type Manifest } from '@fixpoint/surface-formats';
import { problemAt, recordsAt, sameTexts, textsAt, valueAt } from '../problem-at';
import { segment, type RootDocument, type RootFacts } from '../root-facts';

interface Subject {
  readonly document: RootDocument;
  readonly version: string;
  readonly manifest: Manifest;
}

/** Holds every union against its directory, its own inputs and the targets that the root expects. */
export function checkUnions({ documents }: RootFacts, manifest: Manifest): readonly Finding[] {
  return [...documents]
    .filter(([path]) => /^snapshots\/[^/]+\/union\.json$/.test(path))
    .flatMap(([path, document]) => checkUnion({ document, version: segment(path, 1), manifest }));
}

function checkUnion(subject: Subject): Finding[] {
  return [
    ...inputVersions(subject),
    ...targetLists(subject),
    ...generators(subject),
    ...rootEntry(subject.document, 'commands', fixOf(subject)),
  ];
}

function fixOf({ manifest, version }: Subject): string {
  return fixCommand('union', manifest, version);
}

function inputVersions(subject: Subject): Finding[] {
  const { document, version } = subject;
  return recordsAt(document.value, 'inputs').flatMap(({ record, pointer }) => {
    const actual = valueAt(record, 'binary', 'semantic_version');
    if (actual === version || typeof actual !== 'string') return [];
    return [
      problemAt(document, `${pointer}/binary/semantic_version`, {
        id: 'union-version',
        message: `the union of ${version} was made from an executable of version ${actual}`,
        expected: version,
        actual,
        fix: fixOf(subject),
      }),
    ];
  });
}

function targetLists(subject: Subject): Finding[] {
  const { document, manifest } = subject;
  const { expected } = manifest.targets;
  const inputs = recordsAt(document.value, 'inputs').flatMap(({ record }) => {
    const target = record['target_triple'];
    return typeof target === 'string' ? [target] : [];
  });
  const missing = expected.filter((target) => !inputs.includes(target));
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['expected_targets', expected],
    ['missing_targets', missing],
  ];
  return [
    ...lists.flatMap(([key, wanted]) => {
      const actual = textsAt(document.value, key);
      if (sameTexts(actual, wanted)) return [];
      return [listDiffers(subject, { key, wanted, actual })];
    }),
    ...(sameTexts(inputs, inTargetOrder(inputs, expected))
      ? []
      : [listDiffers(subject, { key: 'inputs', wanted: inTargetOrder(inputs, expected), actual: inputs })]),
    ...completeness(subject, missing.length === 0),
  ];
}

function listDiffers(
  subject: Subject,
  { key, wanted, actual }: { key: string; wanted: readonly string[]; actual: readonly string[] },
): Finding {
  return problemAt(subject.document, `/${key}`, {
    id: 'union-targets',
    message: `${key} of the union of ${subject.version} is not what RULES.json and its inputs come to`,
    expected: wanted.join(', ') || 'none',
    actual: actual.join(', ') || 'none',
    fix: fixOf(subject),
  });
}

function completeness(subject: Subject, isComplete: boolean): Finding[] {
  const { document, version } = subject;
  const actual = valueAt(document.value, 'complete');
  if (actual === isComplete || actual === undefined) return [];
  return [
    problemAt(document, '/complete', {
      id: 'union-complete',
      message: `the union of ${version} calls itself ${actual === true ? 'complete' : 'incomplete'}, its inputs say otherwise`,
      expected: String(isComplete),
      actual: String(actual),
      fix: fixOf(subject),
    }),
  ];
}

// Surfaces read by different parsers differ by their parsers; the union of rules version 2 says which one all inputs share.
function generators(subject: Subject): Finding[] {
  const { document, version } = subject;
  const versions = recordsAt(document.value, 'inputs').flatMap(({ record }) => {
    const found = valueAt(record, 'generator', 'version');
    return typeof found === 'string' ? [found] : [];
  });
  const distinct = [...new Set(versions)];
  if (distinct.length < 2) return [];
  return [
    problemAt(document, '/inputs', {
      id: 'union-generators',
      message: `the union of ${version} mixes snapshots of different generators`,
      expected: 'one generator',
      actual: distinct.join(', '),
      fix: fixCommand('snapshot', subject.manifest, version),
    }),
  ];
}

/** The tool itself (the empty path) has an entry in a list of commands. */
export function rootEntry(document: RootDocument, list: string, fix: string): Finding[] {
  const entries = recordsAt(document.value, list);
  const isThere = entries.some(({ record }) => Array.isArray(record['path']) && record['path'].length === 0);
  if (isThere || !Array.isArray(valueAt(document.value, list))) return [];
  return [
    problemAt(document, `/${list}`, {
      id: 'root-entry-missing',
      message: 'the tool itself (path []) has no entry',
      fix,
    }),
  ];
}
