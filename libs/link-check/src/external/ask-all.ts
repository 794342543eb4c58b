import type { NetworkPort, ProgressPort } from '@fixpoint/model';
import type { ExternalLinksConfig } from '@fixpoint/spec-formats';
import { askUrl, type UrlVerdict } from './ask-url';

/** Asks for every address once: several hosts at a time, and the addresses of one host one after the other. */
export async function askAll(
  { network, progress }: { readonly network: NetworkPort; readonly progress: ProgressPort },
  urls: readonly string[],
  config: ExternalLinksConfig,
): Promise<ReadonlyMap<string, UrlVerdict>> {
  const hosts = [...groupByHost(urls).values()];
  const verdicts = new Map<string, UrlVerdict>();
  const work = async (): Promise<void> => {
    for (let host = hosts.shift(); host !== undefined; host = hosts.shift()) {
      for (const url of host) {
        verdicts.set(url, await askUrl(network, url, config));
        progress.update('links', verdicts.size, urls.length);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, config.concurrency) }, work));
  return verdicts;
}

function groupByHost(urls: readonly string[]): Map<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const url of urls) {
    const { host } = new URL(url);
    hosts.set(host, [...(hosts.get(host) ?? []), url]);
  }
  return hosts;
}
