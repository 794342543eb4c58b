import type { Finding } from '@fixpoint/model';
import { fixCommand, type Manifest } from '@fixpoint/surface-formats';
import { problemAt, recordsAt, textsAt, valueAt } from '../problem-at';
import { segment, type RootDocument, type RootFacts } from '../root-facts';

/** Holds the head of every report against its place and against what it says it was made from. */
export function checkReports(facts: RootFacts, manifest: Manifest): readonly Finding[] {
  return [...facts.documents]
    .filter(([path]) => /^reports\/[^/]+\/coverage\.[^/]+\.json$/.test(path))
    .flatMap(([path, document]) => checkReport(path, document, { facts, manifest }));
}

interface Expectation {
  readonly pointer: string;
  readonly what: string;
  readonly expected: string | undefined;
}

function checkReport(
  path: string,
  document: RootDocument,
  { facts, manifest }: { facts: RootFacts; manifest: Manifest },
): Finding[] {
  const version = segment(path, 1);
  const filter = segment(path, 2)
    .replace(/^coverage\./, '')
    .replace(/\.json$/, '');
  const union = facts.documents.get(`snapshots/${version}/union.json`)?.value;
  const wrapper = facts.documents.get('wrapper_coverage.json')?.value;
  if (union === undefined) return [];
  const isTarget = filter !== 'any' && filter !== 'all';
  const expectations: readonly Expectation[] = [
    { pointer: '/inputs/upstream/semantic_version', what: 'the version', expected: version },
    { pointer: '/platform_filter/mode', what: 'the filter', expected: isTarget ? 'exact_target' : filter },
    { pointer: '/platform_filter/target_triple', what: 'the target', expected: isTarget ? filter : 'absent' },
    { pointer: '/inputs/upstream/targets', what: 'the list of targets', expected: targetsOf(filter, union) },
    {
      pointer: '/inputs/wrapper/wrapper_version',
      what: 'the version of the wrapper',
      expected: versionOf(wrapper),
    },
    {
      pointer: '/inputs/rules/rules_schema_version',
      what: 'the version of the rules',
      expected: String(manifest.raw['rules_schema_version']),
    },
  ];
  return expectations.flatMap(({ pointer, what, expected }) => {
    const actual = shown(valueAt(document.value, ...pointer.split('/').slice(1)));
    if (expected === undefined || actual === expected) return [];
    return [
      problemAt(document, pointer, {
        id: 'report-inputs',
        message: `${what} in ${path} is not the one it should be made for`,
        expected,
        actual,
        fix: fixCommand('report', manifest, version),
      }),
    ];
  });
}

// Parity contract §6.3: the inputs of the union, the one target, or all that the union was made for.
function targetsOf(filter: string, union: unknown): string {
  if (filter === 'all') return shown(textsAt(union, 'expected_targets'));
  const inputs = recordsAt(union, 'inputs').map(({ record }) => record['target_triple']);
  return shown(filter === 'any' ? inputs : [filter]);
}

function versionOf(wrapper: unknown): string | undefined {
  return wrapper === undefined ? undefined : shown(valueAt(wrapper, 'wrapper_version'));
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'absent';
  if (Array.isArray(value)) return value.map(String).join(', ');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}
