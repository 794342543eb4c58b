import type { Finding, ModulePort } from '@fixpoint/model';
import { positionOfOffset } from '@fixpoint/structured-text';
import type { Located, OpenApiDocument } from './openapi-document';
import { loadRedocly, type RedoclyCore, type RedoclyProblem } from './redocly';
import { redoclyFiles } from './redocly-files';

/** The rules whose findings `redocly lint --extends=minimal` counts as errors, and what they are called here. */
const RULES: Readonly<Record<string, string>> = {
  struct: 'invalid-structure',
  'no-unresolved-refs': 'unresolved-ref',
  'no-server-trailing-slash': 'server-trailing-slash',
  'no-server-variables-empty-enum': 'server-variable-empty-enum',
  'spec-querystring-parameters': 'querystring-parameters',
};

/** Those that are a matter of taste: the specification allows what they object to, and published documents have it. */
const TASTE = new Set(['no-server-trailing-slash']);

const configs = new WeakMap<RedoclyCore, Promise<unknown>>();

/** The configuration of Redocly with these rules and no others, made once. */
export function redoclyConfig(redocly: RedoclyCore): Promise<unknown> {
  const known = configs.get(redocly);
  if (known !== undefined) return known;
  const rules = Object.fromEntries(Object.keys(RULES).map((rule) => [rule, 'error']));
  const config = redocly.createConfig({ rules });
  configs.set(redocly, config);
  return config;
}

/**
 * What makes a document no OpenAPI of its version, found by `@redocly/openapi-core`: `openapi/invalid-structure` above all. Texts
 * are those that were collected. Never throws, whatever the document holds.
 */
export async function structureFindings(
  modules: ModulePort,
  document: OpenApiDocument,
): Promise<readonly Finding[]> {
  const redocly = await loadRedocly(modules);
  const { entry, resolver, fileOf } = redoclyFiles(redocly, document);
  try {
    const problems = await redocly.lintDocument({
      document: entry,
      config: await redoclyConfig(redocly),
      externalRefResolver: resolver,
    });
    return problems.map((problem) => toFinding(document, problem, fileOf));
  } catch (error) {
    // The library takes some shapes for granted, those of the outermost values above all.
    const reason = error instanceof Error ? error.message : String(error);
    return [uncheckable(document, reason)];
  }
}

function toFinding(
  document: OpenApiDocument,
  { ruleId, message, suggest, location: [first] }: RedoclyProblem,
  fileOf: (id: string) => string,
): Finding {
  const pointer = (first?.pointer ?? '').replace(/^#/, '').replace(/^\/$/, '');
  const place: Located = {
    value: undefined,
    file: first === undefined ? document.file : fileOf(first.source.absoluteRef),
    pointer,
  };
  const [best] = suggest;
  return document.finding(place, {
    id: `openapi/${RULES[ruleId] ?? ruleId}`,
    severity: TASTE.has(ruleId) ? 'warning' : 'error',
    message: message.replaceAll('`', '"').replaceAll('\n', ' ').trim(),
    ...(best !== undefined && { expected: best }),
    fix:
      best === undefined
        ? `correct ${pointer === '' ? 'the document' : pointer} in ${place.file} by the specification of OpenAPI ${document.version}`
        : `write ${best} there, if that is what is meant`,
  });
}

function uncheckable(document: OpenApiDocument, reason: string): Finding {
  return {
    id: 'openapi/invalid-structure',
    severity: 'error',
    message: `the document is not shaped like OpenAPI ${document.version}, and cannot be checked further: ${reason}`,
    file: document.file,
    position: positionOfOffset('', 0),
    path: '',
    fix: `correct ${document.file} by the specification of OpenAPI ${document.version}`,
  };
}
