import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseLine } from '@fixpoint/comparison-table';
import { compareDocuments, ruleOf } from '@fixpoint/openapi-breaking';
import { readDocument, type OpenApiDocument } from '@fixpoint/openapi-document';

/** Verdicts of several differs in `meta.json`. */
interface Meta {
  readonly verdicts: Readonly<Record<string, string>>;
  readonly agreed: boolean;
}

/** A day after all of the recorded ones; no sunset date lies between. */
const TODAY = '2026-01-01';

/** Compares two versions of a document, and the verdict with those of other differs: with the most of them where they disagree. */
export function comparePair(folder: string, name: string): Promise<CaseLine> {
  const { verdicts, agreed } = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as Meta;
  const [old, now] = ['old.yaml', 'new.yaml'].map((file) => read(folder, file)) as [
    OpenApiDocument,
    OpenApiDocument,
  ];
  const differences = compareDocuments({ old, now, today: TODAY });
  const isBreaking = differences.some(({ rule }) => ruleOf(rule).level === 'error');
  const ours = isBreaking ? 'breaking' : 'compatible';
  const all = Object.values(verdicts);
  const breaking = all.filter((verdict) => verdict === 'breaking').length;
  const theirs = breaking * 2 > all.length ? 'breaking' : 'compatible';
  const others = Object.entries(verdicts).filter(([, verdict]) => verdict !== theirs);
  const because = agreed
    ? `all of ${all.length} differs say ${theirs}`
    : `${all.length - others.length} of ${all.length} differs say ${theirs}, not ${others.map(([differ]) => differ).join(', ')}`;
  return Promise.resolve({
    kind: 'breaking',
    name,
    standing: ours === theirs ? 'equal' : 'worse',
    because: `${because}; ${ours} here, ${differences.length} differences`,
    details: [],
  });
}

function read(folder: string, file: string): OpenApiDocument {
  const result = readDocument(file, {
    entry: file,
    texts: new Map([[file, readFileSync(join(folder, file), 'utf8')]]),
  });
  if (!result.ok) throw new Error(`${folder}: ${result.findings.map(({ message }) => message).join(', ')}`);
  return result.value;
}
