import { codeSpan, escapeMarkdown, table } from '@fixpoint/structured-text';
import {
  pathKey,
  type BumpRecord,
  type HistoryVersion,
  type SurfaceHistory,
  type UnitLife,
} from '@fixpoint/surface-formats';

/** `history.md`: one row for each version, then what is on its way out or gone, then what came, version by version. */
export function historyMarkdown({ tool, versions, units }: SurfaceHistory): string {
  const blocks = [
    `# History of the surface: ${escapeMarkdown(tool)}`,
    'One row for each snapshotted version, compared with the row above it. A root flag that commands repeat counts once. “Deserved” is the part of the version number that the changes ask for, “made” the part that upstream raised; below 1.0.0 the leftmost number that is not zero counts as the major one.',
    versionTable(versions),
    '## On the way out, and gone',
    departures(units),
    '## Came later',
    arrivals(units, versions),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const COLUMNS = [
  'version',
  'commands',
  'hidden',
  'flags',
  'hidden',
  'arguments',
  'breaking',
  'additive',
  'cosmetic',
  'came',
  'hid',
  'went',
  'deserved',
  'made',
  'enough',
];

function versionTable(versions: readonly HistoryVersion[]): string {
  return table(
    COLUMNS,
    versions.map(({ version, commands, flags, args, since }) => [
      codeSpan(version),
      commands.visible,
      commands.hidden,
      flags.visible,
      flags.hidden,
      args,
      ...(since === undefined
        ? Array<string>(9).fill('–')
        : [
            since.changes.breaking,
            since.changes.additive,
            since.changes.cosmetic,
            since.commands.added + since.flags.added,
            since.commands.hidden + since.flags.hidden,
            since.commands.removed + since.flags.removed,
            ...bumpCells(since.bump),
          ]),
    ]),
  );
}

function bumpCells({ deserved, made, sufficient }: BumpRecord): string[] {
  return [deserved, made ?? '–', sufficient === undefined ? '–' : sufficient ? 'yes' : '**no**'];
}

function departures(units: readonly UnitLife[]): string {
  const gone = units.filter(
    ({ hidden_since: hidden, removed_in: removed }) => hidden !== undefined || removed !== undefined,
  );
  if (gone.length === 0) return 'Nothing.';
  return table(
    ['unit', 'first seen', 'hidden since', 'removed in'],
    gone.map((life) => [
      `${life.unit === 'arg' ? 'argument' : life.unit} ${codeSpan(unitName(life))}`,
      life.first_seen,
      life.hidden_since ?? '–',
      life.removed_in ?? '–',
    ]),
  );
}

// What came with its command is part of that.
function arrivals(units: readonly UnitLife[], versions: readonly HistoryVersion[]): string {
  const commands = new Map(
    units.filter(({ unit }) => unit === 'command').map((life) => [pathKey(life.path), life.first_seen]),
  );
  const items = versions.slice(1).flatMap(({ version }) => {
    const came = units.filter(({ first_seen: first }) => first === version);
    const named = (unit: UnitLife['unit'], noun: string): string[] => {
      const list = came
        .filter((life) => life.unit === unit)
        .filter((life) => unit === 'command' || commands.get(pathKey(life.path)) !== version);
      return list.length === 0 ? [] : [`${noun} ${list.map((life) => codeSpan(unitName(life))).join(', ')}`];
    };
    const parts = [...named('command', 'commands'), ...named('flag', 'flags'), ...named('arg', 'arguments')];
    return parts.length === 0 ? [] : [`- ${version}: ${parts.join('; ')}`];
  });
  return items.length === 0 ? 'Nothing.' : items.join('\n');
}

function unitName({ path, key, name }: UnitLife): string {
  return [...path, key ?? name ?? ''].filter((word) => word !== '').join(' ');
}
