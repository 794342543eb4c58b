import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseLine } from '@fixpoint/comparison-table';
import { linkCheckDerivation } from '@fixpoint/link-check';
import { parseLinkedDocument } from '@fixpoint/markdown-document';
import { compareText } from '@fixpoint/model';
import { createPorts } from '@fixpoint/workspace-io';

/** A link of `links.json`. */
interface RecordedLink {
  readonly file: string;
  readonly line: number;
  readonly col: number;
  readonly url: string;
  readonly status: string;
}

/** A verdict over a link, by its place. */
interface Verdict {
  readonly place: string;
  readonly status: string;
  readonly target: string;
}

/** Compares the verdicts over the links of a recorded tree with the recorded ones, and with what the shell script of the time reported. */
export async function compareLinks(folder: string, name: string): Promise<CaseLine[]> {
  const recorded = (JSON.parse(readFileSync(join(folder, 'links.json'), 'utf8')) as RecordedLink[]).map(
    ({ file, line, col, url, status }): Verdict => ({ place: `${file}:${line}:${col}`, status, target: url }),
  );
  const ours = await verdictsOver(join(folder, 'input'));
  const reported = readFileSync(join(folder, 'reference-check_links.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
  return [againstLinks(name, recorded, ours), againstScript(name, reported, ours)];
}

function againstLinks(name: string, recorded: readonly Verdict[], ours: readonly Verdict[]): CaseLine {
  const byPlace = new Map(ours.map((verdict) => [verdict.place, verdict]));
  const known = new Set(recorded.map(({ place }) => place));
  const missed = recorded.flatMap(({ place, status, target }) => {
    const found = byPlace.get(place);
    return found?.status === status
      ? []
      : [`missed ${place} ${status} ${target}, here ${found?.status ?? 'no link'}`];
  });
  const extra = ours
    .filter(({ place }) => !known.has(place))
    .map(({ place, status, target }) => `more   ${place} ${status} ${target}`);
  const count = recorded.length - missed.length;
  return {
    kind: 'links.json',
    name,
    standing: missed.length > 0 ? 'worse' : extra.length > 0 ? 'better' : 'equal',
    because: `${count} of ${recorded.length} links have the same verdict`,
    details: [...missed, ...extra],
  };
}

/** The script named each broken target; what it did not report it had not looked at. */
function againstScript(name: string, reported: readonly string[], ours: readonly Verdict[]): CaseLine {
  const broken = ours.filter(({ status }) => status !== 'ok' && status !== 'external');
  const isFound = (line: string): boolean => broken.some(({ target }) => line.includes(target));
  const missed = reported.filter((line) => !isFound(line)).map((line) => `missed ${line}`);
  const hidden = broken.length - reported.length + missed.length;
  return {
    kind: 'check_links.sh',
    name,
    standing: missed.length > 0 ? 'worse' : hidden > 0 ? 'better' : 'equal',
    because: `${reported.length} reported; it strips anchors and leaves out .specs and requirements, which hides ${hidden} broken links`,
    details: missed,
  };
}

/** Our verdict over every link of a tree. */
async function verdictsOver(root: string): Promise<Verdict[]> {
  const external = { timeoutMs: 1, concurrency: 1, retries: 0 };
  const links = { files: ['**/*.md'], generated: [], ignore: [], external };
  const config = { root: '.', links, severity: {} };
  const collected = await linkCheckDerivation.collect(createPorts({ root }), config, { check: true });
  if (!collected.ok) throw new Error(collected.findings.map(({ message }) => message).join('; '));
  const { documents, root: absolute } = collected.value;
  const findings = linkCheckDerivation.check?.(collected.value, config) ?? [];
  const broken = new Map(
    findings.map(({ id, file, position }) => [
      `${file}:${position?.line}:${position?.column}`,
      id.split('/')[1] as string,
    ]),
  );
  return documents
    .flatMap(({ path, text }) => {
      // Addresses in running text were recorded as well.
      const linked = parseLinkedDocument(text, { bareUrls: true });
      return linked.links.map((link): Verdict => {
        const { line, column } = linked.positionOf(link);
        const place = `${path.slice(absolute.length + 1)}:${line}:${column}`;
        const isExternal = /^(?:https?|mailto):/.test(link.target);
        return { place, target: link.target, status: broken.get(place) ?? (isExternal ? 'external' : 'ok') };
      });
    })
    .sort((a, b) => compareText(a.place, b.place));
}
