export { readPacts, type ReadPacts } from './read-pacts';
export { readPact } from './read-pact';
export type { PactFile, UnjudgedInteraction } from './pact-file';
