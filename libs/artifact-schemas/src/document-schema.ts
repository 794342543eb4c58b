import { z } from 'zod';
import { canonical } from './canonical';
import { orderProblems } from './order-problems';
import type { Problem } from './problem';
import { recordJsonSchema } from './record-json-schema';
import type { RecordType } from './record-type';
import { shapeProblems } from './shape-problems';
import { zodProblems } from './zod-problems';

/** What one kind of JSON artifact must be: everything said of it follows from one table. */
export interface DocumentSchema {
  /** Kebab-case; the name of the published JSON Schema. */
  readonly id: string;
  readonly title: string;
  /** Every place where a value has not the shape, in document order. */
  problems(value: unknown): readonly Problem[];
  /** Items of ordered lists that stand twice or in the wrong place; the value must have the shape. */
  orderProblems(value: unknown): readonly Problem[];
  /** The value with its keys in the order in which they are written. */
  canonical(value: unknown): unknown;
  /** The JSON Schema (draft 2020-12), closed: unknown keys are refused. */
  jsonSchema(): Readonly<Record<string, unknown>>;
}

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** A document that a record type describes. */
export function recordDocument(id: string, title: string, type: RecordType): DocumentSchema {
  return {
    id,
    title,
    problems: (value) => shapeProblems(value, type, true),
    orderProblems: (value) => orderProblems(value, type),
    canonical: (value) => canonical(value, type),
    jsonSchema: () => ({ $schema: DRAFT, title, ...recordJsonSchema(type) }),
  };
}

/** A document that a zod schema describes; its keys are written in the order of the schema, lists stay as they are. */
export function zodDocument(id: string, title: string, schema: z.ZodType): DocumentSchema {
  return {
    id,
    title,
    problems: (value) => zodProblems(schema, value),
    orderProblems: () => [],
    canonical: (value) => schema.parse(value),
    jsonSchema: () => ({ title, ...z.toJSONSchema(schema, { io: 'input' }) }),
  };
}
