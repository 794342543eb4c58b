export { compareBytes, comparePaths, inTargetOrder, pathKey } from './order';
export { toJsonText } from './json';
export type * from './snapshot';
export type * from './union';
export type * from './wrapper';
export { COVERAGE_LEVELS } from './wrapper';
export type * from './report';
export type * from './manifest';
