import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseLine } from '@fixpoint/comparison-table';
import type { Finding } from '@fixpoint/model';
import { collectSources, inspectDocument } from '@fixpoint/openapi-document';
import { createPorts } from '@fixpoint/workspace-io';

/** Verdict of a linter in `meta.json`; a document that does not parse has none. */
interface Meta {
  readonly valid?: boolean;
  readonly status: string;
}

/** Compares the verdict over a version of a document with the recorded one. */
export function compareDocument(folder: string, name: string): Promise<CaseLine> {
  const { valid, status } = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as Meta;
  const input = join(folder, 'input');
  const file = readdirSync(input).find((entry) => /\.(?:ya?ml|json)$/.test(entry)) ?? 'openapi.yaml';
  return judge(input, file, { kind: 'document', name, isValid: valid ?? status === 'parses' });
}

/** The document of a pact: the comparer took it, which it does with valid ones only. */
export function comparePactDocument(folder: string, name: string): Promise<CaseLine> {
  return judge(folder, 'openapi.yaml', { kind: 'document', name: `pact/${name}`, isValid: true });
}

async function judge(
  root: string,
  file: string,
  { kind, name, isValid }: { readonly kind: string; readonly name: string; readonly isValid: boolean },
): Promise<CaseLine> {
  const ports = createPorts({ root });
  const { ok, findings } = await inspectDocument(ports.modules, name, await collectSources(ports, file));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const isValidHere = ok && errors.length === 0;
  const verdict = (valid: boolean): string => (valid ? 'valid' : 'invalid');
  const unplaced = errors.filter(({ position }) => position === undefined);
  if (isValidHere !== isValid) {
    const because = `recorded as ${verdict(isValid)}, ${verdict(isValidHere)} here`;
    return { kind, name, standing: 'worse', because, details: errors.map(toText) };
  }
  if (unplaced.length > 0) {
    const because = `${unplaced.length} findings without a position`;
    return { kind, name, standing: 'worse', because, details: unplaced.map(toText) };
  }
  return { kind, name, standing: 'equal', because: verdict(isValid), details: errors.map(toText) };
}

function toText({ id, file, position, path, message }: Finding): string {
  return `${id} ${file}:${position?.line ?? '-'}:${position?.column ?? '-'} ${path ?? ''} ${message}`;
}
