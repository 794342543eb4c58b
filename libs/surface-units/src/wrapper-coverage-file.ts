/** Where the declared coverage is committed, relative to the root. */
export const WRAPPER_COVERAGE_FILE = 'wrapper_coverage.json';
