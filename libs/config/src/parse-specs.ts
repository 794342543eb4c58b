import { z } from 'zod';
import { failure, success, type Result } from '@fixpoint/model';
import {
  DEFAULT_IDS,
  SPECS_MARKER,
  type SpecsConfig,
  type TaggedFilesConfig,
  type TraceConfig,
  type TraceLayer,
} from '@fixpoint/spec-formats';
import { parseLocated, type LocatedDocument } from '@fixpoint/structured-text';
import { schemaFindings } from './schema-findings';
import {
  DEFAULT_CODE,
  DEFAULT_DEFINITIONS,
  DEFAULT_DOCUMENTS,
  DEFAULT_FEATURES,
  DEFAULT_MARKDOWN,
  DEFAULT_PACTS,
  DEFAULT_SPECS,
  DEFAULT_TESTS,
} from './specs-defaults';
import { specProblems } from './spec-problems';
import { SPEC_SECTIONS, specsSchema, type SpecsMarker } from './specs-schema';

/**
 * Reads a `SPECS.json`.
 *
 * @param root the directory of the marker as the user names it; it stands in messages and fixes
 * @returns the configuration, or every problem at once with its position
 */
export function parseSpecsConfig(text: string, root: string): Result<SpecsConfig> {
  const file = root === '' ? SPECS_MARKER : `${root}/${SPECS_MARKER}`;
  const located = parseLocated(file, text, 'config');
  if (!located.ok) return located;
  const shape = specsSchema.safeParse(located.value.value);
  if (!shape.success) {
    const schema = z.toJSONSchema(specsSchema, { io: 'input' }) as Record<string, unknown>;
    return failure(...schemaFindings(shape.error.issues, { text, file, schema }));
  }
  const config = { ...normalize(root, shape.data), marker: SPECS_MARKER };
  const problems = specProblems(config, located.value as LocatedDocument);
  return problems.length > 0 ? failure(...problems) : success(config);
}

/** The configuration of a directory that has specs and no marker. */
export function specsOfDirectory(root: string): SpecsConfig {
  const config = normalize(root, specsSchema.parse({ specs_schema_version: 1 }));
  return { ...config, specs: config.specs && { ...config.specs, byDefault: true } };
}

function normalize(root: string, marker: SpecsMarker): SpecsConfig {
  const lint = sectionOf(marker.lint, SPEC_SECTIONS.lint);
  const trace = sectionOf(marker.trace, SPEC_SECTIONS.trace);
  return {
    root,
    specs: specsOf(marker),
    lint: marker.specs === false ? undefined : lint,
    trace: marker.specs === false || trace === undefined ? undefined : traceOf(trace),
    links: linksOf(marker),
    steps: stepsOf(marker),
    severity: marker.severity,
  };
}

/** A section as it is written, its defaults where it is absent, and nothing where it is switched off. */
function sectionOf<T extends z.ZodType>(
  section: z.infer<T> | false | undefined,
  schema: T,
): z.infer<T> | undefined {
  return section === false ? undefined : (section ?? schema.parse({}));
}

function specsOf({ specs }: SpecsMarker): SpecsConfig['specs'] {
  const section = sectionOf(specs, SPEC_SECTIONS.specs);
  if (section === undefined) return undefined;
  const { files, ids, informative, output, compliance, allow_empty: allowEmpty } = section;
  return {
    files: files?.map(plainPath) ?? DEFAULT_SPECS,
    ids: ids ?? DEFAULT_IDS,
    informative: informative.map(plainPath),
    output: plainPath(output).replace(/\/+$/, ''),
    compliance: plainPath(compliance),
    allowEmpty,
  };
}

function traceOf(section: z.infer<typeof SPEC_SECTIONS.trace>): TraceConfig {
  const { code, tests, documents, pacts, metrics, features, needs, thresholds } = section;
  const given: Record<TraceLayer, readonly string[] | undefined> = {
    code: code?.files,
    tests: tests?.files,
    documents,
    pacts,
    metrics,
    features,
  };
  const globsOf = (layer: TraceLayer, standard: readonly string[]): readonly string[] =>
    given[layer]?.map(plainPath) ?? standard;
  const testFiles = globsOf('tests', DEFAULT_TESTS);
  return {
    code: taggedFiles(code, [
      ...globsOf('code', DEFAULT_CODE),
      ...testFiles.filter((glob) => !glob.startsWith('!')).map((glob) => `!${glob}`),
    ]),
    tests: taggedFiles(tests, testFiles),
    documents: globsOf('documents', DEFAULT_DOCUMENTS),
    pacts: globsOf('pacts', DEFAULT_PACTS),
    metrics: globsOf('metrics', []),
    features: globsOf('features', DEFAULT_FEATURES),
    needs: needs.map((need) => [need].flat()),
    thresholds,
    byDefault: (Object.keys(given) as TraceLayer[]).filter((name) => given[name] === undefined),
  };
}

function taggedFiles(
  section: { readonly patterns: readonly string[] } | undefined,
  files: readonly string[],
): TaggedFilesConfig {
  return { files, patterns: section?.patterns ?? [] };
}

function linksOf({ links }: SpecsMarker): SpecsConfig['links'] {
  const section = sectionOf(links, SPEC_SECTIONS.links);
  if (section === undefined) return undefined;
  const { files, generated, ignore, external } = section;
  return {
    files: files?.map(plainPath) ?? DEFAULT_MARKDOWN,
    generated: generated.map(plainPath),
    ignore,
    external: {
      timeoutMs: external.timeout_seconds * 1000,
      concurrency: external.concurrency,
      retries: external.retries,
    },
  };
}

function stepsOf({ steps }: SpecsMarker): SpecsConfig['steps'] {
  const section = sectionOf(steps, SPEC_SECTIONS.steps);
  if (section === undefined) return undefined;
  const { features, definitions, patterns } = section;
  return {
    features: features?.map(plainPath) ?? DEFAULT_FEATURES,
    definitions: definitions?.map(plainPath) ?? (patterns === undefined ? DEFAULT_DEFINITIONS : []),
    ...(patterns !== undefined && { patterns: plainPath(patterns) }),
    ...(steps === undefined && { byDefault: true }),
  };
}

/** `./a/b` as `a/b`. */
function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(!?)(?:\.\/)+/, '$1');
}
