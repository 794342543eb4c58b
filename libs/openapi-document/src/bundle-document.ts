import type { ModulePort } from '@fixpoint/model';
import { linkDocument } from './link-document';
import type { OpenApiDocument } from './openapi-document';
import { loadRedocly } from './redocly';
import { redoclyFiles } from './redocly-files';
import { redoclyConfig } from './structure-findings';

/** How a document is changed while it becomes one file. */
export interface BundleSteps {
  /** Changes a copy of each file's value before they are put together, when references are still relative to it. */
  before?(value: unknown): void;
  /** Changes the whole. */
  after?(value: Record<string, unknown>): void;
}

/**
 * A document as one file: what lay in other files is a component, named after where it came from, and what the document itself
 * held stays as it was. The whole has no text, so its values have no positions.
 */
export async function bundleDocument(
  modules: ModulePort,
  document: OpenApiDocument,
  steps: BundleSteps = {},
): Promise<OpenApiDocument> {
  const values = new Map([...document.files].map(([file, { value }]) => [file, structuredClone(value)]));
  for (const value of values.values()) steps.before?.(value);
  const value = values.size === 1 ? values.get(document.file) : await bundle(modules, document, values);
  steps.after?.(value as Record<string, unknown>);
  const { name, file, version } = document;
  const only = { file, value, positionOf: () => undefined };
  return linkDocument({ name, file, version, files: new Map([[file, only]]) });
}

async function bundle(
  modules: ModulePort,
  document: OpenApiDocument,
  values: ReadonlyMap<string, unknown>,
): Promise<unknown> {
  const redocly = await loadRedocly(modules);
  const { entry, resolver } = redoclyFiles(redocly, document, values);
  const config = await redoclyConfig(redocly);
  const bundled = await redocly.bundle({ doc: entry, config, externalRefResolver: resolver });
  return bundled.bundle.parsed;
}
