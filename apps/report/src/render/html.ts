/** Markup that is safe to put into a page. */
export interface Html {
  readonly markup: string;
}

/** What a template may hold: texts are escaped, markup is not, lists are joined. */
export type Content = string | number | Html | readonly Html[] | undefined;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Fills a template of markup: every text is escaped, and nothing else may make markup. */
export function fill(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const markup = parts.map((part, index) => part + markupOf(contents[index])).join('');
  return { markup };
}

function markupOf(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string' || typeof content === 'number') return escapeText(String(content));
  return 'markup' in content ? content.markup : content.map(({ markup }) => markup).join('');
}

/** Control characters that no page may hold become the replacement character. */
function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ESCAPES[character] as string)
    .replace(/[^\P{Cc}\t\n]/gu, '\ufffd');
}
