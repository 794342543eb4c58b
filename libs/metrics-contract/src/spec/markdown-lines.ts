/** A line of Markdown that is neither code nor a comment. */
export interface MarkdownLine {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
}

/** The lines of a text without fenced code and HTML comments. An opened fence that is never closed runs to the end, as CommonMark has it. */
export function markdownLines(markdown: string): MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let fence: string | undefined;
  let inComment = false;
  markdown.split(/\r\n|\n|\r/).forEach((text, index) => {
    const marker = /^ *(?:[-*+] +)?(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== undefined) {
      if (marker?.startsWith(fence) && text.trim() === marker) fence = undefined;
      return;
    }
    if (marker !== undefined && !inComment) {
      fence = marker;
      return;
    }
    const { visible, open } = withoutComments(text, inComment);
    inComment = open;
    lines.push({ text: visible, number: index + 1 });
  });
  return lines;
}

/** Comments are blanked, so that columns stay what they are. */
function withoutComments(
  text: string,
  isOpen: boolean,
): { readonly visible: string; readonly open: boolean } {
  let visible = '';
  let open = isOpen;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf(open ? '-->' : '<!--', at);
    const stop = end === -1 ? text.length : open ? end + 3 : end;
    visible += open ? ' '.repeat(stop - at) : text.slice(at, stop);
    if (end !== -1) open = !open;
    at = stop;
  }
  return { visible, open };
}
