import { compareText } from '@fixpoint/model';
import type { Requirement } from '@fixpoint/spec-formats';
import { indexMark } from './generated-mark';
import { yamlKey, yamlList, yamlScalar } from './yaml-scalar';

/** Version of the shape of an index. */
export const INDEX_VERSION = 1;

/** The index of one spec. */
export interface RequirementIndex {
  /** Path of the spec, relative to the root. */
  readonly source: string;
  readonly requirements: readonly Requirement[];
}

/** An index as YAML: ids by code unit, keys in one order, as formatters leave it. */
export function renderIndex({ source, requirements }: RequirementIndex): string {
  const sorted = [...requirements].sort((a, b) => compareText(a.id, b.id));
  const lines = [
    indexMark(source),
    `schema_version: ${INDEX_VERSION}`,
    `source: ${yamlScalar(source, 2)}`,
    sorted.length === 0 ? 'requirements: {}' : 'requirements:',
    ...sorted.flatMap(renderRequirement),
  ];
  return `${lines.join('\n')}\n`;
}

function renderRequirement(requirement: Requirement): string[] {
  const { id, title, section, level, keywords, text, line, links } = requirement;
  return [
    `  ${yamlKey(id)}:`,
    `    title: ${yamlScalar(title, 6)}`,
    `    section: ${yamlScalar(section, 6)}`,
    `    level: ${level}`,
    `    keywords:${yamlList(keywords, 6)}`,
    `    text: ${yamlScalar(text, 6)}`,
    `    line: ${line}`,
    `    links:${yamlList(links, 6)}`,
  ];
}
