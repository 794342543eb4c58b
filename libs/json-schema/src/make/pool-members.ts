import { isRecord } from '@fixpoint/structured-text';
import { mapSchemas, type SchemaObject } from '../schema-parts';

/**
 * Closed objects that are members of an `allOf` (`z.intersection`) would each refuse the keys of the others, while zod refuses a key only if
 * every member does. So the members are opened, and the whole gets `unevaluatedProperties: false` if all were closed. Draft-07 has no word
 * for that; there it stays open. Newer versions of zod write one object instead, and nothing is left to do.
 */
export function poolMembers(root: SchemaObject, dialect: '2020-12' | 'draft-07'): SchemaObject {
  const pool = (schema: SchemaObject): SchemaObject => {
    const inner = mapSchemas(schema, pool);
    const { allOf } = inner;
    if (!Array.isArray(allOf) || allOf.length < 2) return inner;
    const members = allOf.map((member) => target(member, root));
    if (!members.some(isClosed)) return inner;
    const opened = members.map((member, index) =>
      isClosed(member) ? open(member) : (allOf[index] as unknown),
    );
    const isWhole = members.every(isClosed) && dialect === '2020-12';
    return { ...inner, allOf: opened, ...(isWhole && { unevaluatedProperties: false }) };
  };
  return pool(root);
}

function isClosed(member: unknown): member is SchemaObject {
  return (
    isRecord(member) &&
    (member['additionalProperties'] === false || member['unevaluatedProperties'] === false)
  );
}

function open(member: SchemaObject): SchemaObject {
  return Object.fromEntries(
    Object.entries(member).filter(
      ([key]) => key !== 'additionalProperties' && key !== 'unevaluatedProperties',
    ),
  );
}

/** What a member says, or what the definition says that it refers to. */
function target(member: unknown, root: SchemaObject): unknown {
  const reference = isRecord(member) ? member['$ref'] : undefined;
  const [, keyword = '', name = ''] = /^#\/(\$defs|definitions)\/([^/]+)$/.exec(String(reference)) ?? [];
  const definitions = root[keyword];
  return isRecord(definitions) && Object.hasOwn(definitions, name) ? definitions[name] : member;
}
