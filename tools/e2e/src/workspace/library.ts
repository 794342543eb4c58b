import type { E2eWorkspace } from './e2e-workspace';

/** A library whose catalogue and loans are specified, and a desk whose tests prove a part of the catalogue. */
export const CATALOG = 'libs/catalog';
export const CATALOG_SPEC = `${CATALOG}/specs/catalog.md`;
export const CATALOG_INDEX = `${CATALOG}/requirements/catalog.yaml`;
export const CATALOG_TRACE = `${CATALOG}/requirements/trace.json`;
export const GUIDE = `${CATALOG}/docs/guide.md`;
export const CODE = `${CATALOG}/src/catalog.ts`;
export const TEST = `${CATALOG}/src/catalog.spec.ts`;
export const DESK_TEST = 'apps/desk/src/desk.spec.ts';
export const LOANS = 'libs/loans';
export const LOANS_SPEC = `${LOANS}/.specs/loans.md`;
export const LOANS_INDEX = `${LOANS}/requirements/loans.yaml`;
export const FEATURE = `${LOANS}/features/lend.feature`;
export const STEPS = `${LOANS}/features/steps/lend.steps.ts`;
/** A file of the user's own beside the index. */
export const NEIGHBOUR = `${CATALOG}/requirements/by-hand.yaml`;

const SPEC = `# The catalogue

Conformance language: RFC 2119.

## Titles

- [LIB-1001] The catalogue MUST list every title once.
- [LIB-1002] Titles SHOULD be sorted by author; see LIB-1001.

## Search

A search MUST answer within a second. [LIB-1003]
`;

const LOANS_TEXT = `# Loans

- [LOAN-2001] A book MUST NOT be lent twice at once.
`;

const SPECS_MARKER = {
  specs_schema_version: 1,
  trace: {
    tests: { files: ['src/**/*.spec.ts', '../../apps/*/src/**/*.spec.ts'] },
    needs: ['code', 'test'],
    thresholds: { must: 100 },
  },
  steps: false,
};

const FILES: Readonly<Record<string, string>> = {
  [CATALOG_SPEC]: SPEC,
  [CODE]: `/**
 * All titles.
 *
 * @req LIB-1001, LIB-1002
 */
export const titles = (): string[] => [];

/** @req LIB-1003 */
export const search = (): string[] => [];
`,
  [TEST]: `it('lists every title once [LIB-1001]', () => undefined);\nit('sorts [LIB-1002]', () => undefined);\n`,
  [GUIDE]: `# Guide\n\nSee [titles](../specs/catalog.md#titles), [the code](../src/catalog.ts) and [the desk](../../../apps/desk/README.md).\n`,
  [DESK_TEST]: `it('answers at once [LIB-1003]', () => undefined);\n`,
  'apps/desk/README.md': '# The desk\n',
  [LOANS_SPEC]: LOANS_TEXT,
  [`${LOANS}/src/loans.spec.ts`]: `it('lends once [LOAN-2001]', () => undefined);\n`,
  [FEATURE]: `Feature: Lending\n\n  Scenario: A book\n    Given a book\n    When it is lent\n    Then it is away\n`,
  [STEPS]: `import { Given, Then, When } from '@cucumber/cucumber';\n\nGiven('a book', () => undefined);\nWhen('it is lent', () => undefined);\nThen(/^it is away$/, () => undefined);\n`,
  [NEIGHBOUR]: 'kept: by hand\n',
};

/** Writes what users of specs write by hand. */
export function writeLibrary({ write }: E2eWorkspace): void {
  const json = (path: string, value: unknown): void => write(path, `${JSON.stringify(value, null, 2)}\n`);
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  json(`${CATALOG}/SPECS.json`, SPECS_MARKER);
  for (const [name, root] of [
    ['catalog', CATALOG],
    ['loans', LOANS],
    ['desk', 'apps/desk'],
  ] as const)
    json(`${root}/project.json`, { name, targets: {} });
}
