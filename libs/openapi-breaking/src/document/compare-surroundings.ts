import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import type { Difference } from '../difference';
import type { CompareContext } from './compare-context';
import { serversOf, type Server } from './servers';

const SUBJECT = 'the document';

/** Compares what stands around the operations: servers and webhooks. What schemas are called is no part of the interface. */
export function compareSurroundings(context: CompareContext, isMoved: boolean): Difference[] {
  return [...compareServers(context, isMoved), ...compareWebhooks(context)];
}

function compareServers({ old, now }: CompareContext, isMoved: boolean): Difference[] {
  const [was, is] = [serversOf(old), serversOf(now)];
  const basePaths = (servers: readonly Server[]): string[] => [
    ...new Set(servers.map(({ basePath }) => basePath || '/')),
  ];
  const place = is[0]?.place ?? now.root;
  if (!isMoved && !basePaths(is).some((path) => basePaths(was).includes(path))) {
    const [from, to] = [basePaths(was).join(', '), basePaths(is).join(', ')];
    return [{ rule: 'base-path-changed', subject: SUBJECT, from, to, now: place }];
  }
  const urls = (servers: readonly Server[]): string[] => servers.map(({ url }) => url);
  return [
    ...was
      .filter(({ url }) => !urls(is).includes(url))
      .map((server) => ({
        rule: 'server-removed' as const,
        subject: SUBJECT,
        from: server.url,
        old: server.place,
        now: place,
      })),
    ...is
      .filter(({ url }) => !urls(was).includes(url))
      .map((server) => ({
        rule: 'server-added' as const,
        subject: SUBJECT,
        to: server.url,
        now: server.place,
      })),
  ];
}

function compareWebhooks({ old, now }: CompareContext): Difference[] {
  const [was, is] = [webhooksOf(old), webhooksOf(now)];
  return [
    ...[...was]
      .filter(([name]) => !is.has(name))
      .map(([from, place]) => ({
        rule: 'webhook-removed' as const,
        subject: SUBJECT,
        from,
        old: place,
        now: now.root,
      })),
    ...[...is]
      .filter(([name]) => !was.has(name))
      .map(([to, place]) => ({ rule: 'webhook-added' as const, subject: SUBJECT, to, now: place })),
  ];
}

function webhooksOf(document: OpenApiDocument): ReadonlyMap<string, Located> {
  const map = document.child(document.root, 'webhooks');
  if (map === undefined || !isRecord(map.value)) return new Map();
  return new Map(
    Object.keys(map.value).flatMap((name) => {
      const place = document.child(map, name);
      return place === undefined ? [] : [[name, place] as const];
    }),
  );
}
