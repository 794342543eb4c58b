/**
 * What announces that a unit is on its way out. Help texts speak of deprecated things for many reasons (`--show-deprecated`,
 * `lists deprecated features`), so only a tag, a label, a plain statement and a dated removal count.
 */
const ANNOUNCEMENTS: readonly RegExp[] = [
  /[[({<*]\s*deprecated\b/i,
  /(?:^|[\n.;!]\s*)(?:warning\s*:\s*)?deprecated\s*(?:[:.,;!–—-]|$)/i,
  /(?:^|[\n.;!]\s*)deprecated\s+(?:alias|in fav(?:o|ou)r of|since|as of|and will be removed|form of|name)\b/i,
  /(?<!\b(?:that|which|who|if|when|whether|not|are|things)\s(?:it\s|they\s)?)\b(?:is|has been|was)\s+(?:now\s+)?deprecated\b/i,
  /\bwill be removed in (?:a|an|the|some|v?\d)/i,
  /\b(?:scheduled|slated|marked) for removal\b/i,
];

/** The line of a help text that announces a removal; undefined when none does. */
export function deprecationNotice(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const match = ANNOUNCEMENTS.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  if (match === null || match === undefined) return undefined;
  const at = match.index + match[0].length - match[0].trimStart().length;
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', match.index + match[0].length);
  return text.slice(start, end === -1 ? undefined : end).trim();
}
