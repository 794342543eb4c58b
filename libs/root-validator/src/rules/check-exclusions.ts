import { compareBytes, comparePaths } from '@fixpoint/surface-formats';
import type { RootContext } from '../root-context';
import type { Violation } from '../findings/violation';
import { isBlank, renderPath } from '../shared/words';
import { editPlace } from './fatal';
import { RULES_FILE } from './read-rules';
import type { ExclusionEntry } from './rules-shape';

/** What is wrong with the list of excluded units itself (parity contract §9.3 a). */
export function checkExclusions({ view, rules }: RootContext): readonly Violation[] {
  const exclusions = rules.parity_exclusions;
  if (exclusions === undefined || exclusions === null) return [];
  const list = rules.policy.unitsPointer;
  const edit = (pointer: string) => editPlace(view, RULES_FILE, pointer);
  if (exclusions.schema_version !== 1) {
    const pointer = '/parity_exclusions/schema_version';
    return [
      ruleViolation('PARITY_EXCLUSIONS_SCHEMA_VERSION', pointer, {
        message: `the exclusions are of version ${exclusions.schema_version}; only version 1 is known, so none counts`,
        fix: `set ${edit(pointer)} to 1`,
        expected: '1',
        actual: String(exclusions.schema_version),
      }),
    ];
  }
  const entries = exclusions.units.map((entry, index) => ({ entry, at: `${list}/${index}` }));
  return [
    ...entries.flatMap((located) => noteMissing(located, edit)),
    ...entries.flatMap((located) => invalidEntry(located, edit)),
    ...orderViolations(exclusions.units.flatMap(toIdentity), { list, place: edit(list) }),
  ];
}

interface Located {
  readonly entry: ExclusionEntry;
  readonly at: string;
}

type Edit = (pointer: string) => string;

function noteMissing({ entry, at }: Located, edit: Edit): Violation[] {
  if (!isBlank(entry.note)) return [];
  return [
    ruleViolation('PARITY_EXCLUSIONS_NOTE_MISSING', `${at}/note`, {
      message: `the exclusion of ${describe(entry)} does not say why`,
      fix: `write the reason into ${edit(`${at}/note`)}`,
      commandPath: renderPath(entry.path),
      keyOrName: entry.key ?? entry.name ?? entry.unit,
    }),
  ];
}

function invalidEntry({ entry, at }: Located, edit: Edit): Violation[] {
  const problem = problemOf(entry);
  if (problem === undefined) return [];
  const pointer = `${at}${problem.below}`;
  return [
    ruleViolation('PARITY_EXCLUSIONS_INVALID_ENTRY', pointer, {
      message: `the exclusion of ${describe(entry)} ${problem.message}`,
      fix: `${problem.fix} ${edit(pointer)}`,
      commandPath: renderPath(entry.path),
      keyOrName: problem.keyOrName,
    }),
  ];
}

interface EntryProblem {
  readonly below: string;
  readonly message: string;
  readonly fix: string;
  readonly keyOrName?: string;
}

function problemOf({ unit, key, name }: ExclusionEntry): EntryProblem | undefined {
  if (unit === 'command') return hasText(key) || hasText(name) ? COMMAND_WITH_PART : undefined;
  if (unit === 'flag') return partProblem({ own: key, other: name, ownKey: 'key', otherKey: 'name' });
  if (unit === 'arg') return partProblem({ own: name, other: key, ownKey: 'name', otherKey: 'key' });
  return { below: '/unit', message: 'is of no known kind', fix: 'write command, flag or arg into' };
}

const COMMAND_WITH_PART: EntryProblem = {
  below: '',
  message: 'names a flag or an argument although it is a command',
  fix: 'remove "key" and "name" from',
};

interface Parts {
  readonly own: string | null | undefined;
  readonly other: string | null | undefined;
  readonly ownKey: string;
  readonly otherKey: string;
}

function partProblem({ own, other, ownKey, otherKey }: Parts): EntryProblem | undefined {
  if (isBlank(own)) {
    return { below: `/${ownKey}`, message: `lacks its ${ownKey}`, fix: `write the ${ownKey} into` };
  }
  if (!hasText(other)) return undefined;
  return {
    below: `/${otherKey}`,
    message: `has a ${otherKey} beside its ${ownKey}`,
    fix: 'remove',
    keyOrName: own ?? undefined,
  };
}

function hasText(value: string | null | undefined): value is string {
  return typeof value === 'string';
}

interface Identity {
  readonly unit: string;
  readonly path: readonly string[];
  readonly keyOrName: string;
}

/** What the order and uniqueness of the list go by; an entry without identity does not count. */
function toIdentity({ unit, path, key, name }: ExclusionEntry): Identity[] {
  if (unit === 'command') return [{ unit, path, keyOrName: '' }];
  const keyOrName = unit === 'flag' ? key : unit === 'arg' ? name : undefined;
  return isBlank(keyOrName) ? [] : [{ unit, path, keyOrName: keyOrName ?? '' }];
}

function orderViolations(
  identities: readonly Identity[],
  { list, place }: { readonly list: string; readonly place: string },
): Violation[] {
  const seen = new Set<string>();
  const duplicates = identities.filter((identity) => {
    const key = JSON.stringify([identity.unit, identity.path, identity.keyOrName]);
    return seen.has(key) || !seen.add(key);
  });
  const unsorted = identities.some((identity, index) => {
    const before = identities[index - 1];
    return before !== undefined && compareIdentities(before, identity) > 0;
  });
  return [
    ...duplicates.map((identity) =>
      ruleViolation('PARITY_EXCLUSIONS_DUPLICATE', list, {
        message: `${describe(identity)} is excluded twice`,
        fix: `remove one of the two entries from ${place}`,
        commandPath: renderPath(identity.path),
        keyOrName: identity.keyOrName,
      }),
    ),
    ...(unsorted ? [notSorted(list, place)] : []),
  ];
}

function compareIdentities(a: Identity, b: Identity): number {
  return (
    compareBytes(a.unit, b.unit) || comparePaths(a.path, b.path) || compareBytes(a.keyOrName, b.keyOrName)
  );
}

function notSorted(list: string, place: string): Violation {
  return ruleViolation('PARITY_EXCLUSIONS_NOT_SORTED', list, {
    message: 'the exclusions are not in order',
    fix: `sort ${place} by unit, then path, then key or name`,
  });
}

interface Described {
  readonly unit: string;
  readonly path: readonly string[];
  readonly key?: string | null;
  readonly name?: string | null;
  readonly keyOrName?: string;
}

function describe({ unit, path, key, name, keyOrName }: Described): string {
  const part = key ?? name ?? keyOrName ?? '';
  return `${unit} ${renderPath(path)}${part === '' ? '' : ` ${part}`}`;
}

function ruleViolation(
  code: Violation['code'],
  pointer: string,
  rest: Pick<Violation, 'message' | 'fix' | 'commandPath' | 'keyOrName' | 'expected' | 'actual'>,
): Violation {
  return { code, path: RULES_FILE, pointer, unit: 'rules', field: 'parity_exclusions', ...rest };
}
