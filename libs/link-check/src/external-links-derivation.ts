import { failureOf, success, type Derivation, type Finding, type Ports, type Result } from '@fixpoint/model';
import type { DocumentLink } from '@fixpoint/markdown-document';
import type { SpecsConfig } from '@fixpoint/spec-formats';
import { fixCommand } from '@fixpoint/surface-formats';
import { documentFindings, noFiles } from './document-findings';
import { askAll } from './external/ask-all';
import type { UrlVerdict } from './external/ask-url';
import { parseTarget } from './judge/parse-target';
import { entryMatchers, isUrlEntry, unusedEntryFinding } from './ignored-links';
import { relativeTo } from './scan/paths';
import type { ScannedDocument } from './scan/read-document';
import { scanDocuments, type Scan } from './scan/scan-documents';

/** Links to other machines, and what asking for them came to. */
export interface ExternalFacts extends Pick<Scan, 'root' | 'documents' | 'tooLarge'> {
  readonly links: readonly ExternalLink[];
  /** By address, without fragment. */
  readonly verdicts: ReadonlyMap<string, UrlVerdict>;
}

/** A link to another machine. */
export interface ExternalLink {
  readonly document: ScannedDocument;
  readonly link: DocumentLink;
  /** The address that is asked for; undefined where it is none. */
  readonly url?: string;
  /** Which entry of the configuration leaves it alone. */
  readonly ignoredBy?: number;
}

/**
 * The links of all Markdown of a root to web pages, each address asked for once. What it says depends on other machines, so it is a target
 * of its own that nothing runs unless it is asked for, and it is never cached.
 */
export const externalLinksDerivation: Derivation<SpecsConfig, ExternalFacts> = {
  id: 'link-check-external',
  summary: 'links of all Markdown to web pages, each asked for once',
  owns: () => [],
  allowsEmpty: () => true,
  collect,
  derive: () => success([]),
  check,
  fix: (root) => fixCommand('link-check-external', { root }),
};

const NOTHING: ExternalFacts = { root: '', documents: [], tooLarge: [], links: [], verdicts: new Map() };

async function collect(ports: Ports, config: SpecsConfig): Promise<Result<ExternalFacts>> {
  const { links: wanted, root } = config;
  if (wanted === undefined) return success(NOTHING);
  const { network, progress } = ports;
  if (network === undefined) return failureOf('environment', noNetwork(root));
  const scan = await scanDocuments(ports, wanted.files, { bareUrls: true });
  if (scan.documents.length === 0 && scan.tooLarge.length === 0)
    return failureOf('usage', noFiles('link-check-external', wanted.files, root));
  const links = externalLinks(scan, config);
  const asked = links.flatMap(({ url, ignoredBy }) =>
    url === undefined || ignoredBy !== undefined ? [] : [url],
  );
  const verdicts = await askAll({ network, progress }, [...new Set(asked)].sort(), wanted.external);
  if (isOffline(verdicts)) return failureOf('environment', offline(verdicts.size, root));
  return success({ root: scan.root, documents: scan.documents, tooLarge: scan.tooLarge, links, verdicts });
}

function externalLinks({ root, documents }: Scan, { links }: SpecsConfig): ExternalLink[] {
  const matchers = entryMatchers(links?.ignore ?? []);
  return documents.flatMap((document) =>
    document.linked.links.flatMap((link): ExternalLink[] => {
      const target = link.kind === 'undefined-reference' ? undefined : parseTarget(link.target);
      if (target?.kind !== 'url') return [];
      const path = relativeTo(root, document.path);
      const entry = matchers.findIndex((applies) => applies(link.target, path));
      return [{ document, link, url: addressOf(target.url), ...(entry !== -1 && { ignoredBy: entry }) }];
    }),
  );
}

/** The address without its fragment, which no server is told; undefined for what is no address. */
function addressOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  address.hash = '';
  return address.href;
}

function check(facts: ExternalFacts, config: SpecsConfig): Finding[] {
  const ignored = config.links?.ignore ?? [];
  const used = new Set(facts.links.map(({ ignoredBy }) => ignoredBy));
  return [
    ...documentFindings('link-check-external', facts),
    ...facts.links.flatMap((link) => linkFindings(link, facts)),
    ...ignored.flatMap((entry, index) =>
      isUrlEntry(entry) && !used.has(index) && config.links !== undefined
        ? [unusedEntryFinding('link-check-external/unused-ignore', { entry, index }, config)]
        : [],
    ),
  ];
}

function linkFindings(
  { document, link, url, ignoredBy }: ExternalLink,
  { root, verdicts }: ExternalFacts,
): Finding[] {
  const place = {
    file: relativeTo(root, document.path),
    position: document.linked.positionOf(link),
    actual: link.target,
  };
  if (ignoredBy !== undefined) return [];
  if (url === undefined) return [{ ...SAID.dead('it is no address'), ...place }];
  const verdict = verdicts.get(url);
  if (verdict === undefined || verdict.kind === 'there') return [];
  if (verdict.kind === 'moved') return [{ ...SAID.moved(verdict.to), ...place }];
  return [{ ...SAID[verdict.kind](verdict.reason), ...place }];
}

const SAID = {
  dead: (reason: string) => ({
    id: 'link-check-external/dead-url',
    severity: 'error' as const,
    message: `the page cannot be opened: ${reason}`,
    fix: 'link to a page that is there, or remove the link',
  }),
  undecided: (reason: string) => ({
    id: 'link-check-external/undecided-url',
    severity: 'warning' as const,
    message: `whether the page is there cannot be told: ${reason}`,
    fix: 'open it in a browser; if it is there, add an entry with the reason to "links.ignore"',
  }),
  moved: (to: string) => ({
    id: 'link-check-external/moved-url',
    severity: 'note' as const,
    message: 'the page has moved for good',
    expected: to,
    fix: `write ${to}`,
  }),
};

/** Where no host at all answers, it is this machine that has no way to them. */
function isOffline(verdicts: ReadonlyMap<string, UrlVerdict>): boolean {
  const hosts = new Set([...verdicts.keys()].map((url) => new URL(url).host));
  return hosts.size > 1 && [...verdicts.values()].every(({ isUnanswered }) => isUnanswered === true);
}

function offline(asked: number, root: string): Finding {
  return {
    id: 'link-check-external/offline',
    severity: 'error',
    message: `none of the hosts of ${asked} addresses can be reached, so this machine seems to be offline`,
    file: '.',
    fix: `set HTTPS_PROXY if there is a proxy, and run it again where other machines can be reached: ${fixCommand('link-check-external', { root })}`,
  };
}

function noNetwork(root: string): Finding {
  return {
    id: 'link-check-external/no-network',
    severity: 'error',
    message: 'no other machine can be asked in this run',
    file: '.',
    fix: fixCommand('link-check-external', { root }),
  };
}
