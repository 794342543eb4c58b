import type { Finding } from '@fixpoint/model';
import { fixCommand, type Manifest } from '@fixpoint/surface-formats';
import { readUnion, readWrapperCoverage, WRAPPER_COVERAGE_FILE } from '@fixpoint/surface-units';
import { problemAt, recordsAt, sameTexts, textsAt, valueAt } from '../problem-at';
import { segment, type RootDocument, type RootFacts } from '../root-facts';
import { uncoveredUnits } from './uncovered-units';

interface Claims {
  readonly document: RootDocument;
  readonly version: string;
  readonly status: unknown;
  readonly supported: readonly string[];
  readonly passed: readonly string[];
  readonly union: unknown;
  readonly facts: RootFacts;
  readonly manifest: Manifest;
}

type Claim = (claims: Claims) => Finding[];

/** What the metadata of a version claims is held against its name, its union, its reports and the gates of its status. */
export function checkMetadata(facts: RootFacts, manifest: Manifest): readonly Finding[] {
  return [...facts.documents]
    .filter(([path]) => /^versions\/[^/]+\.json$/.test(path))
    .flatMap(([path, document]) => {
      const version = segment(path, 1).replace(/\.json$/, '');
      const claims: Claims = {
        document,
        version,
        status: valueAt(document.value, 'status'),
        supported: textsAt(document.value, 'coverage', 'supported_targets'),
        passed: textsAt(document.value, 'validation', 'passed_targets'),
        union: facts.documents.get(`snapshots/${version}/union.json`)?.value,
        facts,
        manifest,
      };
      const claimed = manifest.lifecycle === undefined ? WEIGHED_BY_NOBODY : [];
      return [...CLAIMS, ...claimed].flatMap((claim) => claim(claims));
    });
}

const CLAIMS: readonly Claim[] = [nameIsVersion, completenessIsThatOfUnion, requiredTargetIsSaid];

/** What the policy of rules version 2 decides where it is: there metadata is derived again, by that policy. */
const WEIGHED_BY_NOBODY: readonly Claim[] = [
  supportedTargetsAreCovered,
  claimsWithoutPolicy,
  gatesOfValidated,
  gatesOfSupported,
];

function problem(
  { document, manifest, version }: Claims,
  pointer: string,
  rest: Pick<Finding, 'id' | 'message' | 'expected' | 'actual'>,
): Finding {
  return problemAt(document, pointer, { ...rest, fix: fixCommand('version-metadata', manifest, version) });
}

function nameIsVersion(claims: Claims): Finding[] {
  const actual = valueAt(claims.document.value, 'semantic_version');
  if (actual === claims.version || typeof actual !== 'string') return [];
  const message = `the metadata of ${claims.version} calls itself that of ${actual}`;
  return [
    problem(claims, '/semantic_version', {
      id: 'metadata-version',
      message,
      expected: claims.version,
      actual,
    }),
  ];
}

function completenessIsThatOfUnion(claims: Claims): Finding[] {
  const said = valueAt(claims.document.value, 'artifacts', 'union_complete');
  const actual = valueAt(claims.union, 'complete');
  if (typeof said !== 'boolean' || typeof actual !== 'boolean' || said === actual) return [];
  const message = `union_complete of ${claims.version} is not what its union says`;
  return [
    problem(claims, '/artifacts/union_complete', {
      id: 'metadata-union-complete',
      message,
      expected: String(actual),
      actual: String(said),
    }),
  ];
}

const MISSING = ['missing_commands', 'missing_flags', 'missing_args', 'unsupported'];

// A report lists what the wrapper lacks of a target; where it lists anything, the target is not supported.
function supportedTargetsAreCovered(claims: Claims): Finding[] {
  const { supported, facts, version, union } = claims;
  const inputs = recordsAt(union, 'inputs').map(({ record }) => record['target_triple']);
  return supported.flatMap((target) => {
    const pointer = '/coverage/supported_targets';
    if (union !== undefined && !inputs.includes(target)) {
      const message = `${target} is called supported in ${version} although its union has no such input`;
      return [problem(claims, pointer, { id: 'metadata-claim', message, actual: target })];
    }
    const report = facts.documents.get(`reports/${version}/coverage.${target}.json`)?.value;
    const lacking = MISSING.flatMap((list) => recordsAt(valueAt(report, 'deltas'), list));
    if (lacking.length === 0) return [];
    const message = `${target} is called supported in ${version} although its report lists ${lacking.length} units that are not covered`;
    return [
      problem(claims, pointer, {
        id: 'metadata-claim',
        message,
        expected: 'no uncovered unit',
        actual: target,
      }),
    ];
  });
}

// Metadata is derived again where the rules say when a target is supported; without that a claim must at least not be made of
// a target of which the wrapper leaves units out.
function claimsWithoutPolicy(claims: Claims): Finding[] {
  const { manifest, facts, version, supported } = claims;
  if (manifest.raw['version_metadata'] !== undefined) return [];
  const at = { manifest, derivation: 'consistency' };
  const union = readUnion(facts.documents.get(`snapshots/${version}/union.json`)?.text, version, at);
  const wrapper = readWrapperCoverage(facts.documents.get(WRAPPER_COVERAGE_FILE)?.text, at);
  if (!union.ok || !wrapper.ok) return [];
  const inputs = { union: union.value.value, wrapper: wrapper.value.value, manifest };
  return supported.flatMap((target) => {
    const [first, ...more] = uncoveredUnits(inputs, target);
    if (first === undefined) return [];
    const message = `${target} is called supported in ${version} although the wrapper says nothing of ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`;
    return [
      problem(claims, '/coverage/supported_targets', { id: 'metadata-claim', message, actual: target }),
    ];
  });
}

function requiredTargetIsSaid(claims: Claims): Finding[] {
  const said = valueAt(claims.document.value, 'coverage', 'supported_required_target');
  const actual = claims.supported.includes(claims.manifest.targets.required);
  if (typeof said !== 'boolean' || said === actual) return [];
  return [
    problem(claims, '/coverage/supported_required_target', {
      id: 'metadata-claim',
      message: `supported_required_target of ${claims.version} is not what supported_targets says`,
      expected: String(actual),
      actual: String(said),
    }),
  ];
}

function gatesOfValidated(claims: Claims): Finding[] {
  const { status, supported, passed, manifest, version } = claims;
  const { required } = manifest.targets;
  if (status !== 'validated') return [];
  const lacking = [
    ...(supported.includes(required) ? [] : ['supported_targets']),
    ...(passed.includes(required) ? [] : ['passed_targets']),
  ];
  if (lacking.length === 0) return [];
  const message = `${version} is called validated although the required target ${required} is not in ${lacking.join(' and ')}`;
  return [
    problem(claims, '/status', { id: 'metadata-gate', message, expected: 'reported', actual: 'validated' }),
  ];
}

function gatesOfSupported(claims: Claims): Finding[] {
  const { status, supported, manifest, version, union } = claims;
  if (status !== 'supported') return [];
  const isComplete = valueAt(union, 'complete') !== false;
  if (isComplete && sameTexts([...supported].sort(), [...manifest.targets.expected].sort())) return [];
  const message = `${version} is called supported although ${isComplete ? 'not every expected target is' : 'its union is not complete'}`;
  return [
    problem(claims, '/status', {
      id: 'metadata-gate',
      message,
      expected: manifest.targets.expected.join(', '),
      actual: supported.join(', ') || 'none',
    }),
  ];
}
