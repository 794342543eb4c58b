import type { Dialect } from './ajv-library';

/** What a schema's `$schema` says: a dialect, nothing in particular, or one that is not known here. */
export function dialectOf(uri: unknown, otherwise: Dialect): Dialect | undefined {
  if (uri === undefined) return otherwise;
  if (typeof uri !== 'string') return undefined;
  const [, path] = /^https?:\/\/json-schema\.org\/(.*?)#?$/.exec(uri) ?? [];
  if (path === undefined) return undefined;
  // The address without a draft stands for the newest one, and is what Nx writes.
  if (path === 'schema') return otherwise;
  return {
    'draft-06/schema': 'draft-07',
    'draft-07/schema': 'draft-07',
    'draft/2019-09/schema': '2019-09',
    'draft/2020-12/schema': '2020-12',
  }[path] as Dialect | undefined;
}
