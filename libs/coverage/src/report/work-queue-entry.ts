import { codeSpan, escapeMarkdown, paragraphsOf } from '@fixpoint/structured-text';
import {
  inTargetOrder,
  type Manifest,
  type UnionArg,
  type UnionCommand,
  type UnionFlag,
} from '@fixpoint/surface-formats';
import type { ClassifiedUnit } from './classify';
import { argSyntax, flagSyntax } from './unit-syntax';

/** What an entry says beside its unit. */
export interface EntrySubject {
  /** The word one types to start the program. */
  readonly program: string;
  /** The targets of the view. */
  readonly relevant: readonly string[];
  /** The same in the form in which entries name them. */
  readonly allTargets: string;
  readonly manifest: Manifest;
}

/** One task list item: the unit as one types it, what is known of it, and the line that would declare it. */
export function renderEntry(unit: ClassifiedUnit, subject: EntrySubject): string {
  const details = [...descriptionOf(unit), ...factsOf(unit), ...standingOf(unit), targetsOf(unit, subject)];
  return [
    `- [ ] ${codeSpan([subject.program, ...unit.ref.path, ...syntaxOf(unit)].join(' '))}`,
    ...details.map((detail) => `  - ${detail}`),
    `  - ${suggestion(unit, subject)}`,
  ].join('\n');
}

function syntaxOf({ ref, upstream }: ClassifiedUnit): string[] {
  if (ref.kind === 'command' || upstream === undefined) return [];
  return [
    ref.kind === 'flag' ? flagSyntax(upstream.record as UnionFlag) : argSyntax(upstream.record as UnionArg),
  ];
}

function descriptionOf({ ref, upstream }: ClassifiedUnit): string[] {
  const { description, note } = (upstream?.record ?? {}) as Partial<UnionFlag & UnionArg>;
  const text = ref.kind === 'flag' ? description : ref.kind === 'arg' ? note : undefined;
  // What comes after the first paragraph repeats the choices or gives examples; the union has all of it.
  return paragraphsOf(text).slice(0, 1).map(escapeMarkdown);
}

function factsOf({ ref, upstream }: ClassifiedUnit): string[] {
  if (ref.kind === 'command') return aliasFacts(upstream?.record as UnionCommand | undefined);
  const { aliases, default: value, choices, env, required } = upstream?.record as UnionFlag;
  return [
    ...listFact('also written', ref.kind === 'flag' ? aliases : undefined),
    ...(ref.kind === 'flag' && required ? ['required'] : []),
    ...(value === undefined ? [] : [`default ${codeSpan(value)}`]),
    ...listFact('choices', choices),
    ...(env === undefined ? [] : [`environment ${codeSpan(env)}`]),
  ];
}

function aliasFacts(command: UnionCommand | undefined): string[] {
  return listFact('also written', command?.aliases);
}

function listFact(name: string, values: readonly string[] | undefined): string[] {
  return values?.length ? [`${name} ${values.map(codeSpan).join(', ')}`] : [];
}

function standingOf({ level, note }: ClassifiedUnit): string[] {
  if (level === undefined) return [];
  return [`declared ${codeSpan(level)}${note === undefined ? '' : `: ${escapeMarkdown(note)}`}`];
}

function targetsOf({ open }: ClassifiedUnit, { relevant, allTargets }: EntrySubject): string {
  if (open.length < relevant.length) return `targets: ${open.map(codeSpan).join(', ')}`;
  return relevant.length > 1 ? `targets: all (${allTargets})` : `targets: ${allTargets}`;
}

const LISTS = { command: 'coverage', flag: 'flags', arg: 'args' } as const;

// An entry for all targets would claim the ones on which upstream has no such unit, or which another entry covers.
function suggestion({ ref, open, level }: ClassifiedUnit, { relevant, manifest }: EntrySubject): string {
  const entry = {
    ...(ref.kind === 'command'
      ? { path: ref.path }
      : ref.kind === 'flag'
        ? { key: ref.name }
        : { name: ref.name }),
    level: 'explicit',
    ...(open.length < relevant.length && {
      scope: { target_triples: inTargetOrder(open, manifest.targets.expected) },
    }),
  };
  const holder = ref.kind === 'command' ? '' : ` of ${codeSpan(JSON.stringify(ref.path))}`;
  const verb = level === undefined ? 'add to' : 'replace its entry in';
  return `once covered, ${verb} \`${LISTS[ref.kind]}\`${holder}: ${codeSpan(JSON.stringify(entry))}`;
}
