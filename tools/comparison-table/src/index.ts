export type { CaseLine, Standing } from './case-line';
export { caseTable, nothingCompared, outcomeOf, type TableOutcome } from './case-table';
export { printOutcome } from './print-outcome';
