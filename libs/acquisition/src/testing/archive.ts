import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { create } from 'tar';

/** What an archive is made of. */
export interface ArchiveContent {
  /** Texts by path inside the package. */
  readonly files: Readonly<Record<string, string>>;
  /** Targets of symbolic links by path inside the package. */
  readonly links?: Readonly<Record<string, string>>;
  /** Names that entries get in the archive instead of their own, by path inside the package. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** Builds a package archive as `npm pack` does (everything below `package/`) and gives its absolute path. */
export async function buildArchive(directory: string, content: ArchiveContent): Promise<string> {
  const source = join(directory, 'source');
  const paths = [...Object.keys(content.files), ...Object.keys(content.links ?? {})].map(inPackage);
  for (const path of paths) mkdirSync(dirname(join(source, path)), { recursive: true });
  for (const [path, text] of Object.entries(content.files)) {
    writeFileSync(join(source, inPackage(path)), text, { mode: 0o644 });
  }
  for (const [path, target] of Object.entries(content.links ?? {})) {
    symlinkSync(target, join(source, inPackage(path)));
  }
  const file = join(directory, 'prepared.tgz');
  const renamed = new Map(
    Object.entries(content.renamed ?? {}).map(([path, name]) => [inPackage(path), name]),
  );
  await create(
    {
      gzip: true,
      file,
      cwd: source,
      portable: true,
      onWriteEntry: (entry) => {
        entry.path = renamed.get(entry.path) ?? entry.path;
      },
    },
    paths,
  );
  return file;
}

/** The digest of a text or of the bytes of a file, as a lock file holds it. */
export function digestOf(content: string | Buffer): { sha256: string; size_bytes: number } {
  const bytes = Buffer.from(content);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size_bytes: bytes.length };
}

/** The digest of a file. */
export function digestOfFile(file: string): { sha256: string; size_bytes: number } {
  return digestOf(readFileSync(file));
}

function inPackage(path: string): string {
  return `package/${path}`;
}
