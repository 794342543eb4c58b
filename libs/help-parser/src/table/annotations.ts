import { type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';

/** Facts that a description carries in brackets at its end, and the description without them. */
export interface Annotated
  extends Pick<SnapshotFlag, 'default' | 'choices' | 'env' | 'repeatable' | 'required'> {
  readonly text: string;
  /** Only where the description, and not the left side, tells. */
  readonly takes_value?: boolean;
  /** As printed: `--long`, `-s`, or a bare name. */
  readonly aliases: readonly string[];
  readonly shortAliases: readonly string[];
}

interface Remark {
  readonly key: string;
  readonly value: string;
}

const REMARK = /^(default|env|alias|aliases|short alias|short aliases|possible values): ?(.*)$/;
// Other spellings as a paragraph of their own, written by hand; a value behind `=` is an example.
const ALIASES_PARAGRAPH = /\n\n *alias(?:es)?: ?(-\S+(?:, ?-\S+)*)$/i;
const CHOICE_HEADING = /(^|\n) *Possible values:\n/;
const CHOICE = /^( *)- ("(?:[^"\\]|\\.)*"|[^\s:]+(?::[^\s:]+)*)(?::(?: |$)|$)/;

/**
 * Reads `[default: x] [env: X=] [aliases: a, b] [short aliases: a] [possible values: a, b]` from the end of a description,
 * across wrapped lines, and a `Possible values:` list below it. The list stays in the text, since it explains its members.
 * What follows `=` in `[env: X=]` is the reading machine's own value and is dropped.
 */
export function readAnnotations(description: string): Annotated {
  const heading = CHOICE_HEADING.exec(description);
  const listed =
    heading === null ? undefined : readChoiceList(description.slice(heading.index + heading[0].length));
  const listStart = listed === undefined || heading === null ? description.length : heading.index;
  const above = description.slice(0, listStart).trimEnd();
  const paragraph = ALIASES_PARAGRAPH.exec(above);
  const { text, remarks } = takeRemarks(above.slice(0, paragraph?.index));
  if (paragraph !== null)
    remarks.push({ key: 'aliases', value: (paragraph[1] as string).replaceAll(/=[^\s,]*/g, '') });
  const list = description.slice(listStart).replace(/^\n/, '');
  return { text: [text, list].filter((part) => part !== '').join('\n\n'), ...collect(remarks, listed) };
}

// A dash that stands further right than the first belongs to a wrapped explanation.
function readChoiceList(list: string): string[] | undefined {
  const bullets = list.split('\n').map((line) => CHOICE.exec(line));
  const first = bullets.find((bullet) => bullet !== null);
  if (first === undefined || first === null) return undefined;
  return bullets.flatMap((bullet) => (bullet?.[1] === first[1] ? [unquote(bullet?.[2] as string)] : []));
}

// Remarks are taken from the end, one by one, as long as they have a known key.
function takeRemarks(description: string): { text: string; remarks: Remark[] } {
  const remarks: Remark[] = [];
  let text = description;
  for (;;) {
    const open = openingOfLast(text);
    const match = open === undefined ? null : REMARK.exec(text.slice(open + 1, -1).replaceAll(/\s+/g, ' '));
    if (open === undefined || match === null) return { text, remarks: remarks.reverse() };
    remarks.push({ key: match[1] as string, value: (match[2] as string).trim() });
    text = text.slice(0, open).trimEnd();
  }
}

function openingOfLast(text: string): number | undefined {
  if (!text.endsWith(']')) return undefined;
  let depth = 0;
  for (let index = text.length - 1; index >= 0; index--) {
    if (text[index] === ']') depth++;
    else if (text[index] === '[' && --depth === 0) return index;
  }
  return undefined;
}

function collect(remarks: readonly Remark[], listed: readonly string[] | undefined): Omit<Annotated, 'text'> {
  const value = (key: string): string | undefined => remarks.find((remark) => remark.key === key)?.value;
  const list = (...keys: string[]): string[] =>
    remarks.filter((remark) => keys.includes(remark.key)).flatMap((remark) => splitList(remark.value));
  const fallback = value('default');
  const choices = [...(listed ?? []), ...list('possible values')];
  return withoutAbsent({
    default: fallback === undefined ? undefined : unquote(fallback),
    choices: choices.length > 0 ? choices : undefined,
    env: value('env')?.split('=', 1)[0] || undefined,
    aliases: list('alias', 'aliases'),
    shortAliases: list('short alias', 'short aliases'),
  });
}

function splitList(list: string): string[] {
  const members = list.match(/"(?:[^"\\]|\\.)*"|[^\s,"][^,]*/g) ?? [];
  return members.map((member) => unquote(member.trim()));
}

function unquote(value: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(value);
  return quoted === null ? value : (quoted[1] as string).replaceAll(/\\(.)/g, '$1');
}
