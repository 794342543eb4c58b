import { decodePercent } from '@fixpoint/markdown-document';

/** What an address is. */
export type Target =
  /** Another document, or a place in this one. */
  | {
      readonly kind: 'file';
      /** As a file system has it; empty for the document itself. */
      readonly path: string;
      /** As it is written. */
      readonly written: { readonly path: string; readonly query: string; readonly fragment?: string };
    }
  | { readonly kind: 'url'; readonly url: string }
  /** A place on this machine, which no other has. */
  | { readonly kind: 'machine' }
  /** What is filled in later, and schemes that lead to no file and no web page. */
  | { readonly kind: 'none' };

/** Where a template engine, a shell or a script puts something in. */
const TEMPLATE = /\{\{|\}\}|\$\{|<%|%>|\{%|%\}|\$\(/;

/** Reads an address as it stands in a document. */
export function parseTarget(target: string): Target {
  if (TEMPLATE.test(target)) return { kind: 'none' };
  if (target.startsWith('//')) return { kind: 'url', url: `https:${target}` };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1]?.toLowerCase();
  return scheme === undefined ? toFile(target) : ofScheme(scheme, target);
}

function ofScheme(scheme: string, target: string): Target {
  if (scheme === 'http' || scheme === 'https') return { kind: 'url', url: target };
  // One letter is a drive.
  return { kind: scheme === 'file' || scheme.length === 1 ? 'machine' : 'none' };
}

function toFile(target: string): Extract<Target, { kind: 'file' }> {
  const [beforeHash, fragment] = cutAt(target, '#');
  const [path, query] = cutAt(beforeHash, '?');
  const written = { path, query: query === undefined ? '' : `?${query}` };
  return {
    kind: 'file',
    path: decodePercent(path),
    written: fragment === undefined ? written : { ...written, fragment },
  };
}

/**
 * `:id`, `{id}`, `$id`, `<id>` or `…` as a part of a path: a name that the reader is to fill in.
 *
 * @req FP-LINK-003
 */
export function isPlaceholder(path: string): boolean {
  return path
    .split('/')
    .some(
      (part) => /^:[a-z_]\w*$/i.test(part) || /\{[\w.-]+\}|\$[a-z_]\w*|<[\w .-]+>|^(?:\.{3}|…)$/i.test(part),
    );
}

function cutAt(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
