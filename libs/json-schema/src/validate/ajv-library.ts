import { INTEGER_FORMATS, isIntegerWithin } from '@fixpoint/contract-formats';
import type { AnySchemaObject, Options } from 'ajv';
import type Ajv from 'ajv';

/** A dialect that examples can be validated in. */
export type Dialect = 'draft-07' | '2019-09' | '2020-12';

const FILES: Readonly<Record<Dialect, string>> = {
  'draft-07': 'ajv',
  '2019-09': 'ajv/dist/2019',
  '2020-12': 'ajv/dist/2020',
};

/** A validator of a dialect with the formats that are in use, loaded when the first schema is met. */
export function createAjv(dialect: Dialect, options: Options): Ajv {
  /* eslint-disable @typescript-eslint/no-require-imports -- the only way to load a module late and at once */
  const library = require(FILES[dialect]) as { readonly default: new (options: Options) => Ajv };
  const addFormats = (require('ajv-formats') as { readonly default: (ajv: Ajv) => unknown }).default;
  /* eslint-enable @typescript-eslint/no-require-imports */
  const ajv = new library.default(options);
  addFormats(ajv);
  for (const [format, range] of Object.entries(INTEGER_FORMATS))
    ajv.addFormat(format, { type: 'number', validate: (value: number) => isIntegerWithin(range, value) });
  return ajv;
}

/** Whether a value can be compiled as a schema. */
export function isSchema(value: unknown): value is AnySchemaObject | boolean {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null && !Array.isArray(value));
}
