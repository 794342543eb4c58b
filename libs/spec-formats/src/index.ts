export type * from './config';
export type * from './requirement';
export { outputsOfSpecs, TRACE_FILES } from './outputs';
