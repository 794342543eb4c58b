import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';

/** A server of a document: its URL with the defaults of its variables. */
export interface Server {
  readonly url: string;
  /** Without a slash at its end. */
  readonly basePath: string;
  readonly place: Located;
}

/** The servers of a document; without any it is served at `/`. */
export function serversOf(document: OpenApiDocument): Server[] {
  const list = document.child(document.root, 'servers');
  const places =
    list === undefined || !Array.isArray(list.value)
      ? []
      : list.value.flatMap((_, index) => document.child(list, index) ?? []);
  const servers = places.flatMap((place) => {
    const url = isRecord(place.value) ? urlOf(place.value) : undefined;
    return url === undefined ? [] : [{ url, basePath: basePathOf(url), place }];
  });
  return servers.length > 0 ? servers : [{ url: '/', basePath: '', place: list ?? document.root }];
}

function urlOf({ url, variables }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof url !== 'string') return undefined;
  return url.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const variable = isRecord(variables) ? variables[name] : undefined;
    return isRecord(variable) && variable['default'] !== undefined ? String(variable['default']) : whole;
  });
}

function basePathOf(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:/i, '').replace(/^\/\/[^/]*/, '');
  return `/${path.split(/[?#]/)[0]}`.replace(/\/+/g, '/').replace(/\/$/, '');
}
