export { buildProgram, runProgram } from './program';
export type { Terminal } from './terminal';
