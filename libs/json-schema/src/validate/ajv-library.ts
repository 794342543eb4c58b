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
  for (const [format, [least, most]] of Object.entries(INTEGERS)) {
    ajv.addFormat(format, {
      type: 'number',
      validate: (value: number) => Number.isInteger(value) && value >= least && value <= most,
    });
  }
  return ajv;
}

/** Integers of other languages, of which generators say the size as a format. Beyond 2^53 a number of JavaScript cannot tell. */
const INTEGERS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  int8: [-(2 ** 7), 2 ** 7 - 1],
  int16: [-(2 ** 15), 2 ** 15 - 1],
  int: [-Infinity, Infinity],
  uint8: [0, 2 ** 8 - 1],
  uint16: [0, 2 ** 16 - 1],
  uint32: [0, 2 ** 32 - 1],
  uint64: [0, 2 ** 64],
  uint: [0, Infinity],
};

/** Whether a value can be compiled as a schema. */
export function isSchema(value: unknown): value is AnySchemaObject | boolean {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null && !Array.isArray(value));
}
