import { LEVELS, type Requirement } from '@fixpoint/spec-formats';
import { isRecord, listOf, oneOf, count, recordOf, shapeProblems, text } from '@fixpoint/structured-text';
import { INDEX_VERSION, type RequirementIndex } from './render-index';

const requirement = recordOf({
  required: {
    title: text,
    section: text,
    level: oneOf(LEVELS),
    keywords: listOf(text),
    text,
    line: count,
    links: listOf(text),
  },
  closed: true,
});

/** A parsed index; undefined for what has another shape. */
export function toIndex(value: unknown): RequirementIndex | undefined {
  if (!isRecord(value) || !isRecord(value['requirements'])) return undefined;
  const { schema_version: version, source, requirements, ...others } = value;
  const isPlain = Object.keys(others).length === 0 && version === INDEX_VERSION && typeof source === 'string';
  const entries = Object.entries(requirements);
  if (!isPlain || entries.some(([, entry]) => shapeProblems(entry, requirement).length > 0)) return undefined;
  return {
    source,
    requirements: entries.map(([id, entry]) => ({ ...(entry as Omit<Requirement, 'id'>), id })),
  };
}
