import { codeSpan, escapeMarkdown, table } from '@fixpoint/structured-text';
import { SURFACE_DIFF_RULES } from './rules';

const KINDS = [
  ['command', 'Commands'],
  ['flag', 'Flags'],
  ['arg', 'Arguments'],
] as const;

/** The page of the reference that lists every rule. */
export function rulesMarkdown(): string {
  const sections = KINDS.map(([unit, title]) => {
    const rows = SURFACE_DIFF_RULES.filter((rule) => rule.unit === unit).map((rule) => [
      codeSpan(rule.id),
      rule.class,
      rule.bump,
      escapeMarkdown(rule.says),
      escapeMarkdown(rule.summary),
      rule.mirrors.map(codeSpan).join(', '),
    ]);
    return `## ${title}\n\n${table(['rule', 'class', 'bump', 'the unit …', 'meaning', 'read backwards'], rows)}`;
  });
  return `# Rules of surface-diff\n\n${INTRODUCTION}\n\n${sections.join('\n\n')}\n`;
}

const INTRODUCTION = [
  `${SURFACE_DIFF_RULES.length} rules. The id of a finding is the rule behind \`surface-diff/\`; its severity can be set in \`RULES.json\` by that id.`,
  'A unit is _visible_ (help lists it), _hidden_ (accepted, but not listed) or _removed_. The bump is the part of a semantic version that the change asks for.',
  'A breaking change is an error when the wrapper covers the unit as `explicit` or passes it, a warning when it covers it as `passthrough` or nothing is known of any user, and a note otherwise. A unit that is hidden or deprecated is a warning to its users. Everything else is a note.',
].join('\n\n');
