export type { ReporterId } from './registry';
export { isReporterId, REPORTER_IDS, REPORTERS } from './registry';
export type { Rendered, Reporter, ReporterOptions, RuleText } from './reporter';
export type { Summary } from './summary';
export { summarizeReport } from './summary';
