import { reportGithub } from './github';
import { reportJson } from './json';
import { reportJunit } from './junit';
import { reportMarkdown } from './markdown';
import type { Reporter } from './reporter';
import { reportSarif } from './sarif';
import { reportText } from './text';

/** Every output format by the name that a user gives. */
export const REPORTERS = {
  text: reportText,
  json: reportJson,
  markdown: reportMarkdown,
  sarif: reportSarif,
  junit: reportJunit,
  github: reportGithub,
} as const satisfies Readonly<Record<string, Reporter>>;

/** The name of an output format. */
export type ReporterId = keyof typeof REPORTERS;

/** The names of all output formats, the default first. */
export const REPORTER_IDS = Object.keys(REPORTERS) as readonly ReporterId[];

/** Whether a user's word names an output format. */
export function isReporterId(name: string): name is ReporterId {
  return Object.hasOwn(REPORTERS, name);
}
