import { INTEGER_FORMATS, isIntegerWithin } from '@fixpoint/contract-formats';
import type { CodeKeywordDefinition, KeywordCxt } from 'ajv';
import type * as Schema2020 from 'ajv/dist/2020';
import type { FormatsPlugin } from 'ajv-formats';

type Ajv2020 = Schema2020.Ajv2020;
type Keyword = { readonly default: CodeKeywordDefinition };

/**
 * The JSON Schema library (2020-12) with all formats, loaded when the first value is checked: it takes longer to load than most commands take to run.
 * `coerce` makes numbers and booleans of texts, as values of parameters are.
 */
export function createAjv(coerce: boolean): Ajv2020 {
  /* eslint-disable @typescript-eslint/no-require-imports -- the only way to load modules late and at once */
  const { Ajv2020: Library } = require('ajv/dist/2020') as typeof Schema2020;
  const addFormats = require('ajv-formats') as FormatsPlugin;
  const alternatives = [
    require('ajv/dist/vocabularies/applicator/oneOf') as Keyword,
    require('ajv/dist/vocabularies/applicator/anyOf') as Keyword,
  ];
  /* eslint-enable @typescript-eslint/no-require-imports */
  const regExp = Object.assign(compilePattern, { code: 'compilePattern' });
  const ajv = new Library({
    strict: false,
    allErrors: true,
    verbose: true,
    ownProperties: true,
    validateSchema: false,
    coerceTypes: coerce,
    logger: false,
    code: { regExp },
  });
  addFormats(ajv);
  for (const [name, range] of Object.entries(INTEGER_FORMATS))
    ajv.addFormat(name, { type: 'number', validate: (value: number) => isIntegerWithin(range, value) });
  for (const { default: definition } of alternatives) {
    ajv.removeKeyword(String(definition.keyword));
    ajv.addKeyword(withoutBranchErrors(definition));
  }
  return ajv;
}

/** A pattern of ECMA 262; those that are none under its `u` flag, as older documents have them, are taken without it. */
function compilePattern(source: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    return new RegExp(source);
  }
}

/** The same keyword, silent about why each of its branches failed: which branch was meant is found out afterwards. */
function withoutBranchErrors(definition: CodeKeywordDefinition): CodeKeywordDefinition {
  return {
    ...definition,
    code(context, ruleType) {
      const quiet = Object.create(context) as KeywordCxt;
      quiet.error = (...args: Parameters<KeywordCxt['error']>) => {
        quiet.reset();
        context.error.apply(quiet, args);
      };
      definition.code(quiet, ruleType);
    },
  };
}
