import type { Artifact } from '@fixpoint/model';
import type { ClientOptions } from '@fixpoint/report-client';

/** What a client asks through. */
export type Fetch = NonNullable<ClientOptions['fetch']>;

/** A `fetch` that gives published files as a static server of them does, and the problem of the contract for all others. */
export function publishedFetch(files: readonly Artifact[]): Fetch {
  const texts = new Map(files.map(({ path, text }) => [`/${path}`, text]));
  return async (input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, 'http://site.invalid');
    const text = texts.get(pathname);
    return text === undefined ? answer(404, problemOf(pathname)) : answer(200, text);
  };
}

function problemOf(pathname: string): string {
  const tool = /^\/tools\/([^/]+)\/history\.json$/.exec(pathname)?.[1];
  return JSON.stringify({
    message: tool === undefined ? `there is no ${pathname}` : `no tool is named ${tool}`,
  });
}

function answer(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'application/json' } });
}
