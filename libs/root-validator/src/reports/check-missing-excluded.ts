import type { Violation } from '../findings/violation';
import type { RootContext } from '../root-context';
import { renderPath } from '../shared/words';
import { textMember } from '../shared/json-value';
import type { ReportSource } from './check-report';
import { MISSING_LISTS, reportEntries } from './report-units';

/** Units that a report counts as missing although the root leaves them out of parity. */
export function checkMissingExcluded(
  { exclusions }: RootContext,
  { path: file, report, fix }: ReportSource,
): readonly Violation[] {
  return MISSING_LISTS.flatMap(({ list, unit, key }) =>
    reportEntries(report, list).flatMap(({ entry, pointer, path }) => {
      const keyOrName = key === undefined ? '' : textMember(entry, key);
      if (path === undefined || keyOrName === undefined || !exclusions.has(unit, path, keyOrName)) return [];
      const name = `${renderPath(path)}${keyOrName === '' ? '' : ` ${keyOrName}`}`;
      return [
        {
          code: 'REPORT_MISSING_INCLUDES_EXCLUDED' as const,
          path: file,
          pointer,
          unit: 'reports',
          commandPath: renderPath(path),
          ...(key !== undefined && { keyOrName }),
          field: list,
          message: `${list} counts ${unit} ${name}, which RULES.json excludes`,
          fix,
        },
      ];
    }),
  );
}
