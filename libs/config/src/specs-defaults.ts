import { SPEC_FOLDERS } from '@fixpoint/spec-formats';

/** What is meant where a `SPECS.json` does not say, or where there is none. */

/** Where specs are looked for; a directory that has some is a root even without a marker. */
export const DEFAULT_SPECS: readonly string[] = SPEC_FOLDERS.map((folder) => `${folder}/**/*.md`);

/** What a build or a package manager leaves behind, which is nobody's source. */
const NOT_OURS = ['node_modules', 'dist', 'build', 'coverage', 'target', 'vendor'].map(
  (name) => `!**/${name}/**`,
);

const SOURCES =
  '{ts,tsx,mts,cts,js,jsx,mjs,cjs,java,kt,kts,scala,go,rs,c,h,cc,cpp,hpp,cs,swift,php,dart,py,rb,sh,pl,ex,exs,lua,sql,hs,vue,svelte}';

/** Where tests are by the conventions of their languages. */
export const DEFAULT_TESTS: readonly string[] = [
  `**/*.{spec,test,e2e,cy}.${SOURCES}`,
  `**/*_test.${SOURCES}`,
  '**/test_*.py',
  '**/*{Test,Tests,IT}.{java,kt,cs,scala}',
  `**/{test,tests,__tests__}/**/*.${SOURCES}`,
  ...NOT_OURS,
];

/** Source files of the usual languages. */
export const DEFAULT_CODE: readonly string[] = [`**/*.${SOURCES}`, ...NOT_OURS];

/** Gherkin features. */
export const DEFAULT_FEATURES: readonly string[] = ['**/*.feature', '!**/node_modules/**'];

/** OpenAPI documents, by the names they have. */
export const DEFAULT_DOCUMENTS: readonly string[] = [
  '**/*{openapi,swagger}*.{yaml,yml,json}',
  '**/openapi/**/*.{yaml,yml}',
  ...NOT_OURS,
];

/** Pact files, by the directory they are kept in. */
export const DEFAULT_PACTS: readonly string[] = ['**/pacts/**/*.json', ...NOT_OURS];

/** Markdown, in hidden folders as well; what git ignores is left out by those who read it. */
export const DEFAULT_MARKDOWN: readonly string[] = ['**/*.md', '**/*.markdown'];

/** Step definitions, by the names of their files and directories. */
export const DEFAULT_DEFINITIONS: readonly string[] = [
  '**/*.{step,steps}.{ts,tsx,mts,cts,js,jsx,mjs,cjs}',
  '**/{steps,step_definitions,step-definitions}/**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}',
  '!**/node_modules/**',
];
