import { codeSpan, table } from '@fixpoint/structured-text';
import type { Rule } from './rule';
import { BREAKING_RULES, NAMED_RULES } from './rules';
import { aspectLevel, SCHEMA_ASPECTS, SUBJECTS } from './schema-aspects';

const SECTIONS = [
  ['none', 'The interface as a whole'],
  ['request', 'Requests'],
  ['response', 'Responses'],
] as const;

/** The page of the reference that lists every rule. */
export function breakingRulesMarkdown(): string {
  const sections = SECTIONS.map(([direction, title]) => {
    const rows = NAMED_RULES.filter((rule) => rule.direction === direction).map(rowOf);
    return `## ${title}\n\n${table(['rule', 'level', 'it …', 'meaning', 'read backwards'], rows)}`;
  });
  return `# Rules of breaking\n\n${INTRODUCTION}\n\n${sections.join('\n\n')}\n\n${schemaSection()}\n`;
}

function rowOf({ id, level, says, meaning, mirrors }: Rule): string[] {
  return [codeSpan(id), level, says, meaning, mirrors.map(codeSpan).join(', ')];
}

function schemaSection(): string {
  const places = SUBJECTS.map(({ subject }) => codeSpan(`${subject}-`)).join(', ');
  const rows = SCHEMA_ASPECTS.map((aspect) => [
    codeSpan(`…-${aspect.aspect}`),
    aspectLevel(aspect, 'request'),
    aspectLevel(aspect, 'response'),
    aspect.says,
    aspect.meaning,
  ]);
  return [
    '## Schemas',
    `Each of these is a rule at each place where schemas stand: the id begins with one of ${places}. What is read only is a note in requests, and what is write only in responses.`,
    table(['rule', 'in requests', 'in responses', 'it …', 'meaning'], rows),
  ].join('\n\n');
}

const INTRODUCTION = [
  `${BREAKING_RULES.length} rules. The id of a finding is the rule behind \`breaking/\`; its severity can be set by that id where the contracts are named.`,
  'The names are those of oasdiff where it has the rule. An `error` breaks consumers, a `warning` may, a `note` does not. What narrows the values that requests may have is an error, and so is what widens the values that responses may have; the opposite is a note.',
].join('\n\n');
