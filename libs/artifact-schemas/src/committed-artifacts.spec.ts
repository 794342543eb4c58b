import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonText } from '@fixpoint/surface-formats';
import type { DocumentSchema } from './document-schema';
import {
  COVERAGE_REPORT_DOCUMENT,
  SNAPSHOT_DOCUMENT,
  UNION_DOCUMENT,
  VALIDATION_DOCUMENT,
  VERSION_METADATA_DOCUMENT,
  WRAPPER_COVERAGE_DOCUMENT,
  WRAPPER_EVIDENCE_DOCUMENT,
} from './documents';

const LIBS = join(__dirname, '../..');

const KINDS: readonly (readonly [RegExp, DocumentSchema])[] = [
  [/\/snapshots\/[^/]+\/union\.json$/, UNION_DOCUMENT],
  [/\/snapshots\/[^/]+\/[^/]+\.json$/, SNAPSHOT_DOCUMENT],
  [/\/reports\/[^/]+\/coverage\.[^/]+\.json$/, COVERAGE_REPORT_DOCUMENT],
  [/\/wrapper_coverage\.json$/, WRAPPER_COVERAGE_DOCUMENT],
  [/\/wrapper_evidence\.json$/, WRAPPER_EVIDENCE_DOCUMENT],
  [/\/versions\/[^/]+\.json$/, VERSION_METADATA_DOCUMENT],
  [/\/validations\/[^/]+\/[^/]+\.json$/, VALIDATION_DOCUMENT],
];

/** The JSON artifacts of the parity roots that this repository commits. */
function committed(): string[] {
  return readdirSync(LIBS)
    .map((name) => join(LIBS, name, 'cli_manifest'))
    .filter((root) => existsSync(root))
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
    )
    .filter((file) => kindOf(file) !== undefined);
}

function kindOf(file: string): DocumentSchema | undefined {
  return KINDS.find(([pattern]) => pattern.test(file))?.[1];
}

describe('the committed artifacts of this repository', () => {
  const files = committed();

  it('are of several kinds', () => {
    expect(new Set(files.map((file) => kindOf(file)?.id)).size).toBeGreaterThanOrEqual(5);
  });

  it.each(files.map((file) => [file.slice(LIBS.length + 1), file]))('%s fits its schema', (_name, file) => {
    const text = readFileSync(file, 'utf8');
    const value = JSON.parse(text) as unknown;
    const schema = kindOf(file) as DocumentSchema;
    expect(schema.problems(value)).toEqual([]);
    expect(schema.orderProblems(value)).toEqual([]);
    expect(toJsonText(schema.canonical(value)) === text).toBe(true);
  });
});
