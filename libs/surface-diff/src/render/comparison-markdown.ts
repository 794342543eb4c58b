import { pathKey, type SurfaceChange, type SurfaceDiff } from '@fixpoint/surface-formats';
import { codeSpan, escapeMarkdown } from '@fixpoint/structured-text';
import type { ComparedUnions } from '../compare-unions';
import type { Impact } from '../consumers/impact';
import { userText } from '../consumers/user-text';
import { changedPaths, changeText } from '../describe';
import { nameOf } from '../diff/sort-changes';
import { bumpText } from './bump-text';
import { groupImpacts, type ImpactGroup } from './groups';

const MAX_NAMED = 6;

/** A comparison for release notes: what breaks first, equal changes of several commands in one line. */
export function comparisonMarkdown({ diff, impacts }: ComparedUnions): string {
  const blocks = [
    `## ${escapeMarkdown(diff.tool)} ${sideTitle(diff)}`,
    `${escapeMarkdown(bumpText(diff))} Compared on ${targetList(diff)}.`,
    ...(impacts.length === 0 ? ['Nothing changed.'] : groupImpacts(impacts).map(renderGroup)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sideTitle({ from, to }: SurfaceDiff): string {
  return from.version === to.version
    ? escapeMarkdown(from.version)
    : `${escapeMarkdown(from.version)} → ${escapeMarkdown(to.version)}`;
}

function targetList({ from, to }: SurfaceDiff): string {
  const [old, now] = [from, to].map(({ targets }) => targets.map(codeSpan).join(', '));
  return old === now ? `${now}` : `${old} → ${now}`;
}

function renderGroup({ title, impacts }: ImpactGroup): string {
  const merged = new Map<string, Impact[]>();
  for (const impact of impacts) {
    const key = sameness(impact);
    merged.set(key, [...(merged.get(key) ?? []), impact]);
  }
  return `### ${title}\n\n${[...merged.values()].map(renderItem).join('\n')}`;
}

// Commands differ by their path alone; a flag that changed alike on several commands is told once.
function sameness({ change, severity, users }: Impact): string {
  const { rule, unit, path, from, to, guess } = change;
  const place = unit === 'command' ? pathKey(path) : nameOf(change);
  return JSON.stringify([
    rule,
    unit,
    place,
    from ?? null,
    to ?? null,
    guess ?? null,
    severity,
    userText(users),
  ]);
}

function renderItem(impacts: readonly Impact[]): string {
  const [{ change, severity, users }] = impacts as [Impact, ...Impact[]];
  const who = userText(users);
  const paths = impacts.flatMap((impact) => changedPaths(impact.change));
  const text = changeText(change, codeSpan);
  return `- ${severity === 'note' ? '' : `**${severity}**: `}${subject(change, paths)} ${text}${
    who === '' ? '' : ` — the wrapper ${escapeMarkdown(who)}`
  }`;
}

function subject(change: SurfaceChange, paths: readonly (readonly string[])[]): string {
  if (change.unit === 'command')
    return change.path.length === 0 ? 'the root command' : codeSpan(change.path.join(' '));
  const names = paths.map((path) => (path.length === 0 ? 'the root command' : codeSpan(path.join(' '))));
  const shown = names.slice(0, MAX_NAMED).join(', ');
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more commands` : '';
  return `${codeSpan(nameOf(change))} of ${shown}${more}`;
}
