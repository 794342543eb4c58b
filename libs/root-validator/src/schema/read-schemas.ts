import type { RootView } from '../view/tree';
import { editPlace, fatalAt, requireJson, type FatalFailure } from '../rules/fatal';
import { compileSchema, type SchemaChecker } from './schema-checker';

/** What holds each kind of document of a root to its schema. */
export interface Schemas {
  readonly snapshot: SchemaChecker;
  readonly union: SchemaChecker;
  readonly wrapperCoverage: SchemaChecker;
  readonly report: SchemaChecker;
  readonly versionMetadata: SchemaChecker;
}

/** Reads and compiles `SCHEMA.json` and `VERSION_METADATA_SCHEMA.json`. */
export function readSchemas(view: RootView): { readonly ok: true; readonly value: Schemas } | FatalFailure {
  const documents = readSchema(view, 'SCHEMA.json');
  const versionMetadata = readSchema(view, 'VERSION_METADATA_SCHEMA.json');
  if (documents.ok && versionMetadata.ok) {
    const { value } = documents;
    const ofDocuments = { snapshot: value, union: value, wrapperCoverage: value, report: value };
    return { ok: true, value: { ...ofDocuments, versionMetadata: versionMetadata.value } };
  }
  const failures = [documents, versionMetadata].filter((each) => !each.ok);
  const outcome = failures.some((each) => each.outcome === 'environment') ? 'environment' : 'usage';
  return { ok: false, outcome, findings: failures.flatMap(({ findings }) => findings) };
}

const CACHE_SIZE = 32;
// Roots of one repository share their schemas, and compiling one costs more than checking all that a root holds.
const cache = new Map<string, SchemaChecker>();

function readSchema(view: RootView, name: string): { ok: true; value: SchemaChecker } | FatalFailure {
  const file = requireJson(view, name);
  if (!file.ok) return file;
  const known = cache.get(file.text);
  if (known !== undefined) return { ok: true, value: known };
  try {
    const value = compileSchema(file.value);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(file.text, value);
    return { ok: true, value };
  } catch (error) {
    return fatalAt(file, '', {
      message: `${name} is no usable JSON Schema: ${(error as Error).message.split('\n')[0] ?? ''}`,
      fix: `correct ${editPlace(view, name, '')}`,
    });
  }
}
