import { headingsOf, parseTokens } from '@fixpoint/markdown-document';
import type { ScannedDocument } from '../scan/read-document';

/** Anchors of the sections in which ids stand first, by id in lower case. */
type Sections = ReadonlyMap<string, string>;

const known = new WeakMap<ScannedDocument, Sections>();

/**
 * The anchor of the section in which an id stands first: somebody who links to `#req-12` means the place that states it, and no heading
 * begins with it. Undefined where the anchor is no id, or stands nowhere.
 */
export function sectionOfId(document: ScannedDocument, anchor: string): string | undefined {
  const wanted = anchor.toLowerCase();
  if (!WHOLE_ID.test(wanted)) return undefined;
  let sections = known.get(document);
  if (sections === undefined) known.set(document, (sections = sectionsOf(document)));
  return sections.get(wanted);
}

const WHOLE_ID = /^[a-z][a-z_]*(?:-[a-z_]+){0,3}-\d+[a-z]?$/;

/** Ids in running text; each begins where no word goes on, so that no text is read twice. */
const ID = /(?<![\w-])[a-z][a-z_]*(?:-[a-z_]+){0,3}-\d+[a-z]?(?![\w-])/gi;

function sectionsOf({ text, linked }: ScannedDocument): Sections {
  const headings = headingsOf(parseTokens(text)).filter(({ slug }) => linked.anchors().has(slug));
  const sections = new Map<string, string>();
  let next = 0;
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    while (next < headings.length && (headings[next]?.line ?? 0) <= index + 1) next += 1;
    const heading = headings[next - 1];
    if (heading === undefined) return;
    for (const [id] of line.matchAll(ID))
      if (!sections.has(id.toLowerCase())) sections.set(id.toLowerCase(), heading.slug);
  });
  return sections;
}
