import type { ModulePort } from '@fixpoint/model';
import { bundleDocument, type OpenApiDocument } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import { declaredVariants, describeEvents, variantsOf } from './event-union';
import { followLocal } from './local-reference';
import { contentOf, eventStreamsIn, walkObjects } from './walk-content';

type Open = Record<string, unknown>;

/** The extension that names the events of a stream in versions before 3.2, on its media type or on the whole operation. */
const DECLARED_EVENTS = 'x-sse-events';

/**
 * A document in the one form that generators are given: one file, path items and media types in their places instead of references to
 * them, and event streams described by what their events look like.
 */
export function bundleForGenerators(
  modules: ModulePort,
  document: OpenApiDocument,
): Promise<OpenApiDocument> {
  return bundleDocument(modules, document, {
    before: (value) => walkObjects(value, describeDeclaredEvents),
    after: (value) => {
      inlinePathItems(value);
      walkObjects(value, (object) => {
        inlineMediaTypes(value, object);
        describeItems(value, object);
      });
    },
  });
}

function describeDeclaredEvents(object: Open): void {
  handDown(object);
  for (const media of eventStreamsIn(contentOf(object) ?? {})) {
    const declared = media[DECLARED_EVENTS];
    if (isRecord(declared) && media['itemSchema'] === undefined)
      describeEvents(media, declaredVariants(declared));
  }
}

/** What an operation says of its events holds for each of its streams that says nothing itself. */
function handDown({ responses, [DECLARED_EVENTS]: declared }: Open): void {
  if (!isRecord(responses) || !isRecord(declared)) return;
  for (const response of Object.values(responses).filter(isRecord)) {
    for (const media of eventStreamsIn(contentOf(response) ?? {})) media[DECLARED_EVENTS] ??= declared;
  }
}

function describeItems(root: unknown, object: Open): void {
  for (const media of eventStreamsIn(contentOf(object) ?? {})) {
    const { itemSchema } = media;
    if (itemSchema !== undefined) describeEvents(media, variantsOf(root, itemSchema));
  }
}

function inlineMediaTypes(root: unknown, object: Open): void {
  const content = contentOf(object) ?? {};
  for (const [type, media] of Object.entries(content)) {
    const target = followLocal(root, media);
    if (target !== media && isRecord(target)) content[type] = structuredClone(target);
  }
}

function inlinePathItems(root: Open): void {
  const { paths } = root;
  if (!isRecord(paths)) return;
  for (const [path, item] of Object.entries(paths)) {
    const target = followLocal(root, item);
    if (target !== item && isRecord(target)) (paths as Open)[path] = structuredClone(target);
  }
}
