import MarkdownIt from 'markdown-it';

type Parser = InstanceType<typeof MarkdownIt>;
type InlineRule = Parameters<Parser['inline']['ruler']['push']>[1];
type InlineState = Parameters<InlineRule>[0];

/** What the rules find in one piece of inline content; offsets are those of the content. */
export interface InlineFinds {
  link(found: InlineLink): void;
  /** A tag; its name and attributes are still to be read. */
  html(start: number, html: string): void;
  /** Reference that has no definition. */
  undefinedReference(start: number, label: string): void;
  /** What is not searched for bare addresses: code, links and tags. */
  covered(start: number, end: number): void;
}

/** A link or picture with its address in place. */
export interface InlineLink {
  readonly kind: 'link' | 'image' | 'autolink';
  readonly target: string;
  readonly start: number;
  readonly end: number;
}

/** The environment of a parse, with who wants to know. */
export interface LinkEnvironment extends Record<PropertyKey, unknown> {
  finds?: InlineFinds;
  references?: Record<string, { readonly href: string; readonly title: string }>;
}

/**
 * A parser for links alone: blocks as ever, and of inline content only what a link is or what keeps text from being one (code, tags,
 * escapes). Positions are those of the rules themselves, which the tokens do not have.
 */
export function createLinkParser(): Parser {
  const parser = new MarkdownIt({ html: true });
  // Targets are wanted as they are written, those that no browser would open included.
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (url) => url;
  parser.validateLink = () => true;
  const { ruler, ruler2 } = parser.inline;
  const rule = (name: string): InlineRule => {
    ruler.enableOnly([name]);
    return ruler.getRules('')[0] as InlineRule;
  };
  const originals = ['link', 'image', 'autolink', 'html_inline', 'backticks'].map(
    (name) => [name, rule(name)] as const,
  );
  const [link, image, autolink, html, code] = originals.map(([, original]) => original) as [
    InlineRule,
    InlineRule,
    InlineRule,
    InlineRule,
    InlineRule,
  ];
  ruler.at('link', tellLinks(link));
  ruler.at('image', tellImages(image));
  ruler.at('autolink', tellAutolinks(autolink));
  ruler.at('html_inline', tellTags(html));
  ruler.at('backticks', tellCode(code));
  ruler.enableOnly(['text', 'escape', ...originals.map(([name]) => name)]);
  ruler2.enableOnly([]);
  parser.inline.State = withoutText(parser.inline.State);
  return parser;
}

/** Text between links is of no interest, and making tokens of it is what takes longest. */
function withoutText(State: Parser['inline']['State']): Parser['inline']['State'] {
  return class extends State {
    override pushPending() {
      this.pending = '';
      return NO_TEXT;
    }
  };
}

const NO_TEXT = new new MarkdownIt().inline.State('', new MarkdownIt(), {}, []).push('text', '', 0);

const findsOf = (state: InlineState): InlineFinds | undefined => (state.env as LinkEnvironment).finds;

function addressOf(token: InlineState['tokens'][number] | undefined, attribute: string): string {
  return String(token?.attrGet(attribute) ?? '');
}

function tellLinks(original: InlineRule): InlineRule {
  return (state, silent) => {
    const [start, count] = [state.pos, state.tokens.length];
    if (!original(state, silent)) {
      if (!silent && state.src.charCodeAt(start) === 91) tellUndefined(state, start);
      return false;
    }
    if (silent) return true;
    const token = state.tokens[count];
    const finds = findsOf(state);
    finds?.covered(start, state.pos);
    // Where a link names a definition, the definition is what leads somewhere.
    if (token?.meta?.label === undefined)
      finds?.link({ kind: 'link', target: addressOf(token, 'href'), start, end: state.pos });
    return true;
  };
}

function tellImages(original: InlineRule): InlineRule {
  return (state, silent) => {
    const [start, count] = [state.pos, state.tokens.length];
    const environment = state.env as LinkEnvironment;
    const { finds } = environment;
    // The text of a picture is no content: links in it lead nowhere.
    environment.finds = undefined;
    const isImage = original(state, silent);
    environment.finds = finds;
    if (!isImage || silent) return isImage;
    const token = state.tokens[count];
    finds?.covered(start, state.pos);
    if (token?.meta?.label === undefined)
      finds?.link({ kind: 'image', target: addressOf(token, 'src'), start, end: state.pos });
    return true;
  };
}

function tellAutolinks(original: InlineRule): InlineRule {
  return (state, silent) => {
    const [start, count] = [state.pos, state.tokens.length];
    if (!original(state, silent)) return false;
    if (silent) return true;
    const target = addressOf(state.tokens[count], 'href');
    findsOf(state)?.covered(start, state.pos);
    findsOf(state)?.link({ kind: 'autolink', target, start, end: state.pos });
    return true;
  };
}

function tellTags(original: InlineRule): InlineRule {
  return (state, silent) => {
    const start = state.pos;
    if (!original(state, silent)) return false;
    if (silent) return true;
    findsOf(state)?.covered(start, state.pos);
    findsOf(state)?.html(start, state.src.slice(start, state.pos));
    return true;
  };
}

function tellCode(original: InlineRule): InlineRule {
  return (state, silent) => {
    const start = state.pos;
    if (!original(state, silent)) return false;
    if (!silent) findsOf(state)?.covered(start, state.pos);
    return true;
  };
}

/** `[text][label]` and `[label][]`; of `[label]` alone nobody can say whether it was meant as a link. */
const FULL_REFERENCE = /\[((?:[^[\]\\`\n]|\\.)+)\]\[((?:[^[\]\\`\n]|\\.)*)\](?![[(:])/y;

function tellUndefined(state: InlineState, start: number): void {
  // `matrix[i][j]`: an index, not a link.
  if (start > 0 && /[\w\])]/.test(state.src[start - 1] as string)) return;
  FULL_REFERENCE.lastIndex = start;
  const match = FULL_REFERENCE.exec(state.src);
  if (match === null) return;
  const label = (match[2] === '' ? match[1] : match[2]) as string;
  const references = (state.env as LinkEnvironment).references ?? {};
  if (references[normalizeLabel(label)] === undefined) findsOf(state)?.undefinedReference(start, label);
}

/** A label as the parser keeps it. */
function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
