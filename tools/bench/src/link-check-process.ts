import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { linkCheckDerivation } from '@fixpoint/link-check';
import { createPorts } from '@fixpoint/workspace-io';
import MarkdownIt from 'markdown-it';

/** What one process measured of itself. */
export interface LinkRecord {
  /** From the first file that is looked for to the last finding, without the start of the process. */
  readonly milliseconds: number;
  readonly documents: number;
  readonly findings: readonly LinkFinding[];
}

/** A finding, as far as another tool could have it as well. */
export interface LinkFinding {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly target: string;
  /** How the link is written. */
  readonly kind: string;
}

async function check(root: string): Promise<LinkRecord> {
  const start = performance.now();
  const external = { timeoutMs: 1, concurrency: 1, retries: 0 };
  const links = { files: ['**/*.md'], generated: [], ignore: [], external };
  const config = { root: '.', links, severity: {} };
  const collected = await linkCheckDerivation.collect(createPorts({ root }), config, { check: true });
  if (!collected.ok) throw new Error(collected.findings.map(({ message }) => message).join('; '));
  const findings = linkCheckDerivation.check?.(collected.value, config) ?? [];
  const milliseconds = performance.now() - start;
  const kinds = new Map(
    collected.value.problems.map(({ document, link }) => {
      const { line, column } = document.linked.positionOf(link);
      return [`${document.path.slice(root.length + 1)}:${line}:${column}`, link.kind];
    }),
  );
  return {
    milliseconds,
    documents: collected.value.documents.length,
    findings: findings.map(({ id, file, position, actual = '' }) => ({
      id: id.replace('link-check/', ''),
      file,
      line: position?.line ?? 0,
      column: position?.column ?? 0,
      target: actual,
      kind: kinds.get(`${file}:${position?.line}:${position?.column}`) ?? '',
    })),
  };
}

/** The least that has to be done to know the links of Markdown: find the files, read them, make tokens. */
function tokenize(root: string): LinkRecord {
  const start = performance.now();
  const parser = new MarkdownIt({ html: true });
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  for (const file of files) parser.parse(readFileSync(join(root, file), 'utf8'), {});
  return { milliseconds: performance.now() - start, documents: files.length, findings: [] };
}

async function main([what, root = '.']: readonly string[]): Promise<void> {
  const record = what === 'check' ? await check(root) : tokenize(root);
  process.stdout.write(JSON.stringify(record));
}

void main(process.argv.slice(2));
