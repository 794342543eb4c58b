import {
  withoutAbsent,
  type HistoryStep,
  type HistoryVersion,
  type StepCount,
  type SurfaceChange,
  type SurfaceDiff,
  type VisibilityCount,
} from '@fixpoint/surface-formats';
import type { Surface, SurfaceCommand } from '../surface/surface';

/** The row of one version: what it has, and what happened since the version before. */
export function historyVersion(
  version: string,
  surface: Surface,
  diff: SurfaceDiff | undefined,
): HistoryVersion {
  const commands = [...surface.commands.values()];
  return withoutAbsent<HistoryVersion>({
    version,
    targets: surface.targets,
    commands: countVisibility(commands.map(({ hidden }) => hidden)),
    flags: countVisibility(commands.flatMap(hiddenFlags)),
    args: commands.reduce((sum, { args }) => sum + args.length, 0),
    since: diff && toStep(diff),
  });
}

// A root flag that commands repeat counts once.
function hiddenFlags({ flags, hidden }: SurfaceCommand): boolean[] {
  return [...flags.values()]
    .filter(({ folded }) => !folded)
    .map(({ record }) => hidden || record.hidden === true);
}

function countVisibility(hidden: readonly boolean[]): VisibilityCount {
  const count = hidden.filter(Boolean).length;
  return { visible: hidden.length - count, hidden: count };
}

function toStep({ from, summary, bump, changes }: SurfaceDiff): HistoryStep {
  return {
    version: from.version,
    changes: summary,
    commands: countSteps(changes, 'command'),
    flags: countSteps(changes, 'flag'),
    bump,
  };
}

function countSteps(changes: readonly SurfaceChange[], unit: 'command' | 'flag'): StepCount {
  const count = (...rules: readonly string[]): number =>
    changes.filter(({ rule }) => rules.includes(rule)).length;
  return {
    added: count(`${unit}-added`, `hidden-${unit}-added`, `required-${unit}-added`),
    hidden: count(`${unit}-hidden`),
    revealed: count(`${unit}-revealed`),
    removed: count(`${unit}-removed`, `hidden-${unit}-removed`),
  };
}
