import { codeBlock, codeSpan, escapeMarkdown, paragraphsOf, table } from '@fixpoint/structured-text';
import { comparePaths, pathKey } from '@fixpoint/surface-formats';
import { compareByKind, UNIT_KINDS, type UnitKind, type Upstream } from '@fixpoint/surface-units';
import type { ClassifiedUnit } from './classify';
import { renderEntry, type EntrySubject } from './work-queue-entry';

/** What the work queue says beside its units. */
export interface WorkQueueSubject extends Omit<EntrySubject, 'program' | 'allTargets'> {
  readonly version: string;
  readonly upstream: Upstream;
}

const KIND_NAMES: Readonly<Record<UnitKind, string>> = {
  command: 'commands',
  flag: 'flags',
  arg: 'arguments',
};

/**
 * `work-queue.md`: a summary, then one entry for each unit that is neither covered nor waived on some target, grouped by
 * command. Each entry is a task list item that can be pasted into an issue, with the line that would declare the unit.
 */
export function renderWorkQueue(units: readonly ClassifiedUnit[], subject: WorkQueueSubject): string {
  const program =
    subject.upstream.programName() ?? subject.manifest.tool?.name ?? subject.upstream.union.tool;
  const allTargets = subject.relevant.map(codeSpan).join(', ');
  const open = units.filter(isOpen);
  const named = { ...subject, program, allTargets };
  const groups = groupByCommand(open).map((group) => renderGroup(group, named));
  const blocks = [
    `# Work queue: ${escapeMarkdown(program)} ${escapeMarkdown(subject.version)}`,
    introduction(open.length, allTargets),
    summary(units),
    ...groups,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function isOpen({ list }: ClassifiedUnit): boolean {
  return list.startsWith('missing_') || list === 'unsupported';
}

function introduction(count: number, targets: string): string {
  if (count === 0) return `Everything that upstream shows on ${targets} is covered, waived or excluded.`;
  const [units, are] = count === 1 ? ['unit', 'is'] : ['units', 'are'];
  return `${count} ${units} of the surface that upstream shows on ${targets} ${are} neither covered nor waived. Each entry below can be pasted into an issue; the last line of an entry declares it in the coverage of the wrapper.`;
}

const COLUMNS: readonly (readonly [string, (list: string) => boolean])[] = [
  ['upstream', (list) => !list.startsWith('wrapper_')],
  ['covered', (list) => list === 'covered' || list === 'passthrough_candidates'],
  ['missing', (list) => list.startsWith('missing_')],
  ['unsupported', (list) => list === 'unsupported'],
  ['waived', (list) => list === 'intentionally_unsupported'],
  ['excluded', (list) => list.startsWith('excluded_')],
  ['only in wrapper', (list) => list.startsWith('wrapper_only_')],
  ['covered but hidden', (list) => list.startsWith('wrapper_hidden_')],
];

function summary(units: readonly ClassifiedUnit[]): string {
  const row = (name: string, members: readonly ClassifiedUnit[]): (string | number)[] => [
    name,
    ...COLUMNS.map(([, counts]) => members.filter(({ list }) => counts(list)).length),
  ];
  const kinds = UNIT_KINDS.map((kind) =>
    row(
      KIND_NAMES[kind],
      units.filter(({ ref }) => ref.kind === kind),
    ),
  );
  return table(['', ...COLUMNS.map(([name]) => name)], [...kinds, row('total', units)]);
}

function groupByCommand(units: readonly ClassifiedUnit[]): ClassifiedUnit[][] {
  const groups = new Map<string, ClassifiedUnit[]>();
  for (const unit of [...units].sort(compareInQueue)) {
    const key = pathKey(unit.ref.path);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [unit]);
    else group.push(unit);
  }
  return [...groups.values()];
}

// The command itself, then its flags, then its arguments.
function compareInQueue(a: ClassifiedUnit, b: ClassifiedUnit): number {
  return comparePaths(a.ref.path, b.ref.path) || compareByKind(a.ref, b.ref);
}

function renderGroup(units: readonly ClassifiedUnit[], subject: EntrySubject & WorkQueueSubject): string {
  const path = units[0]?.ref.path ?? [];
  const command = subject.upstream.commandAt(path)?.record;
  const blocks = [
    `## ${codeSpan([subject.program, ...path].join(' '))}`,
    ...paragraphsOf(command?.about).map(escapeMarkdown),
    ...(command?.usage ? [codeBlock(command.usage, 'text')] : []),
    units.map((unit) => renderEntry(unit, subject)).join('\n'),
  ];
  return blocks.join('\n\n');
}
