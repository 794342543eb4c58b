import type * as Schema2020 from 'ajv/dist/2020';
import type { CodeKeywordDefinition } from 'ajv';

type Keyword = { readonly default: CodeKeywordDefinition };

/** The JSON Schema library, loaded when a schema is met: it takes longer to load than most commands take to run. */
export function jsonSchemaLibrary(): typeof Schema2020 {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the only way to load a module late and at once
  return require('ajv/dist/2020') as typeof Schema2020;
}

/** The library's own definitions of the keywords that hold alternatives. */
export function alternativeKeywords(): readonly CodeKeywordDefinition[] {
  /* eslint-disable @typescript-eslint/no-require-imports -- as above */
  return [
    (require('ajv/dist/vocabularies/applicator/oneOf') as Keyword).default,
    (require('ajv/dist/vocabularies/applicator/anyOf') as Keyword).default,
    (require('ajv/dist/vocabularies/applicator/contains') as Keyword).default,
  ];
}
