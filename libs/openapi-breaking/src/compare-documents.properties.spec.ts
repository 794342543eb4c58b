import { readDocument, type OpenApiDocument } from '@fixpoint/openapi-document';
import fc from 'fast-check';
import type { Difference } from './difference';
import { toFindings } from './findings';
import { differencesMarkdown } from './render/differences-markdown';
import { ruleOf } from './rules/rules';
import { brokenDocumentArbitrary, documentArbitrary } from './testing/document-arbitrary';
import { diff } from './testing/documents';
import { weighDifferences } from './weigh';

const read = (text: string): OpenApiDocument | undefined => {
  const result = readDocument('api', { entry: 'api.json', texts: new Map([['api.json', text]]) });
  return result.ok ? result.value : undefined;
};

/** Runs a check on two documents; references in a circle without a value are refused when a document is read. */
const forTwo =
  (check: (a: OpenApiDocument, b: OpenApiDocument) => void) =>
  (textA: string, textB: string): void => {
    const [a, b] = [read(textA), read(textB)];
    fc.pre(a !== undefined && b !== undefined);
    check(a, b);
  };

const operationOf = ({ operation }: Difference): string =>
  operation === undefined ? '' : `${operation.method} ${operation.path}`;

// Documents are read and compared by the hundred, which takes long on a busy machine.
jest.setTimeout(120_000);

describe('compareDocuments', () => {
  it('finds nothing between a document and itself', () => {
    fc.assert(
      fc.property(documentArbitrary, (text) => {
        forTwo((a, b) => expect(diff(a, b)).toEqual([]))(text, text);
      }),
      { numRuns: 50 },
    );
  });

  it('says of each difference what its rule mirrors when it is read backwards', () => {
    fc.assert(
      fc.property(
        documentArbitrary,
        documentArbitrary,
        forTwo((a, b) => {
          const backwards = new Set(diff(b, a).map((one) => `${operationOf(one)} ${one.rule}`));
          const lonely = diff(a, b)
            .filter(
              (one) =>
                !ruleOf(one.rule).mirrors.some((mirror) => backwards.has(`${operationOf(one)} ${mirror}`)),
            )
            .map((one) => `${operationOf(one)} ${one.rule} ${one.subject}`);
          expect(lonely).toEqual([]);
        }),
      ),
      { numRuns: 80 },
    );
  });

  it('takes what came for what goes when it is read backwards', () => {
    const names = (differences: readonly Difference[], pattern: RegExp): string[] =>
      differences
        .filter(({ rule }) => pattern.test(rule))
        .map(operationOf)
        .sort();
    fc.assert(
      fc.property(
        documentArbitrary,
        documentArbitrary,
        forTwo((a, b) => {
          const [there, back] = [diff(a, b), diff(b, a)];
          expect(names(there, /^endpoint-added$/)).toEqual(names(back, /^api-(?:removed|path-)/));
          expect(names(there, /^response-.*status-added$/)).toEqual(
            names(back, /^response-.*status-removed$/),
          );
        }),
      ),
      { numRuns: 50 },
    );
  });

  it('takes no text that is a document out of step, whatever is in it', () => {
    fc.assert(
      fc.property(
        brokenDocumentArbitrary,
        brokenDocumentArbitrary,
        forTwo((old, now) => {
          const weighed = weighDifferences(diff(old, now), { waivers: [] });
          for (const { message, fix } of toFindings(weighed, { now }))
            expect([message, fix]).not.toContain('');
          expect(differencesMarkdown({ name: 'api', base: 'main', differences: weighed })).not.toBe('');
        }),
      ),
      { numRuns: 80 },
    );
  });
});

describe('what is added and optional', () => {
  const ADDITIONS: Readonly<Record<string, (document: Mutable) => void>> = {
    operation: (document) => (document.paths['/new'] = { get: { responses: { 200: {} } } }),
    parameter: (document) =>
      eachOperation(document, (operation) =>
        (operation.parameters ??= []).push({ name: 'new', in: 'query', schema: { type: 'string' } }),
      ),
    'request property': (document) =>
      eachOperation(document, (operation) => addProperty(operation.requestBody)),
    'response property': (document) =>
      eachOperation(document, (operation) => Object.values(operation.responses ?? {}).forEach(addProperty)),
    'response header': (document) =>
      eachOperation(document, (operation) =>
        Object.values(operation.responses ?? {}).forEach(
          (response) => (response.headers = { ...response.headers, 'X-New': { schema: {} } }),
        ),
      ),
    'media type': (document) =>
      eachOperation(document, ({ requestBody }) => {
        if (requestBody?.content) requestBody.content['application/new'] = { schema: {} };
      }),
  };

  it.each(Object.entries(ADDITIONS))('%s: breaks nothing [FP-BRK-004]', (_name, add) => {
    fc.assert(
      fc.property(documentArbitrary, (text) => {
        const document = JSON.parse(text) as Mutable;
        add(document);
        forTwo((old, now) => {
          const grave = diff(old, now).filter(({ rule }) => ruleOf(rule).level !== 'note');
          expect(grave.map((one) => `${operationOf(one)} ${one.rule} ${one.subject}`)).toEqual([]);
        })(text, JSON.stringify(document));
      }),
      { numRuns: 30 },
    );
  });
});

interface Body {
  content?: Record<string, { schema?: { properties?: Record<string, unknown>; type?: string } }>;
  headers?: Record<string, unknown>;
}
interface MutableOperation {
  parameters?: unknown[];
  requestBody?: Body;
  responses?: Record<string, Body>;
}
interface Mutable {
  paths: Record<string, Record<string, MutableOperation>>;
}

function eachOperation(document: Mutable, change: (operation: MutableOperation) => void): void {
  Object.values(document.paths)
    .flatMap(Object.values<MutableOperation>)
    .forEach(change);
}

/** Adds a property that allows anything to the objects of a body that have properties of their own. */
function addProperty(body: Body | undefined): void {
  for (const { schema } of Object.values(body?.content ?? {})) {
    if (schema?.properties !== undefined) schema.properties['new'] = {};
  }
}
