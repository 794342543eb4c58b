import { compareBytes, comparePaths } from '@fixpoint/surface-formats';
import type { Violation } from '../findings/violation';
import { isBlank, renderPath } from '../shared/words';
import { textMember } from '../shared/json-value';
import type { ReportSource } from './check-report';
import { hasKey, MISSING_LISTS, reportEntries, type ReportEntry } from './report-units';

const WAIVED = 'intentionally_unsupported';

/** What is wrong with the intentionally unsupported units of a report. */
export function checkWaivedUnits(source: ReportSource): readonly Violation[] {
  const waived = reportEntries(source.report, WAIVED).filter((entry) => entry.path !== undefined);
  return [
    ...missingWaived(source),
    ...waived.flatMap((entry) => entryProblems(source, entry)),
    ...order(source, waived),
  ];
}

function missingWaived({ path: file, report, fix }: ReportSource): Violation[] {
  return MISSING_LISTS.flatMap(({ list }) =>
    reportEntries(report, list)
      .filter(({ entry }) => textMember(entry, 'wrapper_level') === WAIVED)
      .map(({ pointer, path, keyOrName }) => ({
        code: 'REPORT_MISSING_INCLUDES_INTENTIONALLY_UNSUPPORTED' as const,
        path: file,
        pointer,
        unit: 'reports',
        // The one place where the contract joins the tokens by spaces.
        ...(path && { commandPath: path.join(' ') }),
        ...(keyOrName !== undefined && { keyOrName }),
        field: list,
        message: `${list} counts ${renderPath(path ?? [])}${part(keyOrName)}, which is ${WAIVED}`,
        fix,
      })),
  );
}

function entryProblems({ path: file, fix }: ReportSource, located: ReportEntry): Violation[] {
  const { entry, pointer, path = [], keyOrName } = located;
  const name = `${renderPath(path)}${part(keyOrName)}`;
  const keys = {
    code: 'REPORT_IU_NOTE_MISSING' as const,
    path: file,
    unit: 'reports',
    commandPath: renderPath(path),
    ...(keyOrName && { keyOrName }),
    fix,
  };
  const level = textMember(entry, 'wrapper_level');
  return [
    ...(level === WAIVED
      ? []
      : [
          {
            ...keys,
            pointer: `${pointer}/wrapper_level`,
            field: WAIVED,
            message: `the ${WAIVED} unit ${name} has the level ${level ?? 'absent'}`,
            expected: WAIVED,
            actual: level ?? 'absent',
          },
        ]),
    ...(isBlank(textMember(entry, 'note'))
      ? [
          {
            ...keys,
            pointer: `${pointer}/note`,
            field: 'note',
            message: `the ${WAIVED} unit ${name} has no note that says why`,
          },
        ]
      : []),
  ];
}

function order({ path, fix }: ReportSource, waived: readonly ReportEntry[]): Violation[] {
  const sorted = waived.every((entry, index) => {
    const before = waived[index - 1];
    return before === undefined || compareEntries(before, entry) <= 0;
  });
  if (sorted) return [];
  return [
    {
      code: 'REPORT_IU_NOT_SORTED',
      path,
      pointer: `/deltas/${WAIVED}`,
      unit: 'reports',
      field: WAIVED,
      message: `the ${WAIVED} units are not sorted by kind, then path, then key or name`,
      fix,
    },
  ];
}

function compareEntries(a: ReportEntry, b: ReportEntry): number {
  return (
    kindRank(a) - kindRank(b) ||
    comparePaths(a.path ?? [], b.path ?? []) ||
    compareBytes(a.keyOrName ?? '', b.keyOrName ?? '')
  );
}

/** Commands, flags, arguments; told apart by the key that is there, not by its value. */
function kindRank({ entry }: ReportEntry): number {
  return hasKey(entry, 'key') ? 1 : hasKey(entry, 'name') ? 2 : 0;
}

function part(keyOrName: string | undefined): string {
  return keyOrName === undefined ? '' : ` ${keyOrName}`;
}
