import { escapeGlob, success, successInPart, type Ports, type Result } from '@fixpoint/model';
import { readSpecs, type SpecFacts } from '@fixpoint/spec-document';
import type { SpecsConfig } from '@fixpoint/spec-formats';

/** What the index is made of, and what is there already. */
export interface ExtractFacts {
  readonly specs: SpecFacts;
  /** Texts of the files in the directory of the index, and of the page. */
  readonly committed: ReadonlyMap<string, string>;
}

/** Reads the specs and what was derived from them before. Specs that cannot be read make it a success in part. */
export async function collectFacts(ports: Ports, config: SpecsConfig): Promise<Result<ExtractFacts>> {
  const specs = await readSpecs(ports, config);
  if (!specs.ok) return specs;
  const paths = config.specs === undefined ? [] : await ports.files.list(indexGlobs(config.specs));
  const committed = new Map<string, string>();
  for (const path of paths) {
    const bytes = await ports.files.readBytes(path);
    if (bytes !== undefined) committed.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  }
  const facts = { specs: specs.value, committed };
  const { unread, findings } = specs.value;
  const unreadable = findings.filter(({ file }) => unread.includes(file));
  return unread.length > 0 ? successInPart(facts, 'drift', unreadable) : success(facts);
}

/** Globs of all that may be an index, and of the page. */
export function indexGlobs({ output, compliance }: NonNullable<SpecsConfig['specs']>): string[] {
  return [`${escapeGlob(output)}/**/*.yaml`, escapeGlob(compliance)];
}
