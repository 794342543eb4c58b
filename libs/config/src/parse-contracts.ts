import { z } from 'zod';
import type { ContractsConfig, DocumentConfig, MetricsConfig } from '@fixpoint/contract-formats';
import { failure, success, type Result } from '@fixpoint/model';
import { parseLocated, type LocatedDocument } from '@fixpoint/structured-text';
import { contractProblems, type ContractPlaces } from './contract-problems';
import { contractSections, contractsSchema, redoclySchema } from './contracts-schema';
import { schemaFindings } from './schema-findings';

/** The marker of a directory of contracts. */
export const CONTRACTS_MARKER = 'CONTRACTS.json';

/** The file in which users of Redocly and openapi-typescript name their documents; it is a marker as well. */
export const REDOCLY_MARKER = 'redocly.yaml';

const sections = z.strictObject(contractSections);
type Sections = z.infer<typeof sections>;

/**
 * Reads a `CONTRACTS.json`.
 *
 * @param root the directory of the marker as the user names it; it stands in messages and fixes
 * @returns the configuration, or every problem at once with its position
 */
export function parseContractsConfig(text: string, root: string): Result<ContractsConfig> {
  return parseMarker({ text, root, marker: CONTRACTS_MARKER, schema: contractsSchema }, (parsed) => ({
    sections: parsed,
    documents: Object.entries(parsed.documents).map(([name, { root: file, types, client, command }]) => ({
      name,
      file: plainPath(file),
      types: types && plainPath(types),
      client: client && plainPath(client),
      command,
    })),
    places: { documents: '/documents', output: '/types', sections: '' },
  }));
}

/**
 * Reads a `redocly.yaml`: documents are `apis.<name>.root`, their types go to `x-openapi-ts.output`, as openapi-typescript has it; a client
 * or a generator of one's own stands in `apis.<name>.x-fixpoint`, every other section of a `CONTRACTS.json` in a top-level `x-fixpoint`.
 */
export function parseRedoclyConfig(text: string, root: string): Result<ContractsConfig> {
  return parseMarker({ text, root, marker: REDOCLY_MARKER, schema: redoclySchema }, (parsed) => ({
    sections: sections.parse(parsed['x-fixpoint'] ?? {}),
    documents: Object.entries(parsed.apis).map(([name, api]) => ({
      name,
      file: plainPath(api.root),
      types: api['x-openapi-ts'] && plainPath(api['x-openapi-ts'].output),
      client: api['x-fixpoint']?.client && plainPath(api['x-fixpoint'].client),
      command: api['x-fixpoint']?.command,
    })),
    places: { documents: '/apis', output: '/x-openapi-ts/output', sections: '/x-fixpoint' },
  }));
}

/** The configuration of documents that no marker names: types and a client beside each. */
export function contractsOfDocuments(root: string, files: readonly string[]): ContractsConfig {
  const documents = files.map((file): DocumentConfig => {
    const stem = file.replace(/\.(?:json|ya?ml)$/, '');
    return { name: stem, file, types: `${stem}.types.ts`, client: `${stem}.client.ts` };
  });
  return normalize(root, documents, sections.parse({}));
}

interface MarkerText<T> {
  readonly text: string;
  readonly root: string;
  readonly marker: string;
  readonly schema: z.ZodType<T>;
}

interface Parts {
  readonly sections: Sections;
  readonly documents: readonly DocumentConfig[];
  readonly places: ContractPlaces;
}

function parseMarker<T>(
  { text, root, marker, schema }: MarkerText<T>,
  partsOf: (parsed: T) => Parts,
): Result<ContractsConfig> {
  const file = root === '' ? marker : `${root}/${marker}`;
  const located = parseLocated(file, text, 'config');
  if (!located.ok) return located;
  const shape = schema.safeParse(located.value.value);
  if (!shape.success) {
    const jsonSchema = z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>;
    return failure(...schemaFindings(shape.error.issues, { text, file, schema: jsonSchema }));
  }
  const { sections: parsed, documents, places } = partsOf(shape.data);
  const config = normalize(root, documents, parsed);
  const { fatal, ofDocuments } = contractProblems(config, places, located.value as LocatedDocument);
  if (fatal.length > 0) return failure(...fatal, ...[...ofDocuments.values()].flat());
  // Their derivation tells them, as all that is wrong with a document.
  const refusals = (name: string) =>
    (ofDocuments.get(name) ?? []).map((finding) => ({ ...finding, file: marker }));
  return success({
    ...config,
    documents: documents.map((document) => {
      const refused = refusals(document.name);
      return refused.length === 0 ? document : { ...document, refused };
    }),
  });
}

function normalize(root: string, documents: readonly DocumentConfig[], parsed: Sections): ContractsConfig {
  const { schemas, breaking, pacts, events, metrics, severity } = parsed;
  return {
    root,
    documents,
    schemas: schemas.map(({ allow_unknown_keys: allowUnknownKeys, ...schema }) => ({
      ...schema,
      allowUnknownKeys,
    })),
    ...(breaking && { breaking: renamed(breaking) }),
    ...(pacts && {
      pacts: { files: pacts.files, documents: pacts.documents, allowEmpty: pacts.allow_empty },
    }),
    ...(events && { events }),
    ...(metrics && { metrics: withLimits(metrics) }),
    severity,
  };
}

function renamed({ unused_severity: unusedSeverity, ...breaking }: NonNullable<Sections['breaking']>) {
  return { ...breaking, ...(unusedSeverity && { unusedSeverity }) };
}

function withLimits({ limits, ...metrics }: NonNullable<Sections['metrics']>): MetricsConfig {
  if (limits === undefined) return metrics;
  const { series_per_metric: seriesPerMetric, series_total: seriesTotal } = limits;
  return { ...metrics, limits: { seriesPerMetric, seriesTotal } };
}

/** `./a/b` as `a/b`. */
function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}
