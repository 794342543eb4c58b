import { dirname, join } from 'node:path';
import type { PackageFile } from '@fixpoint/model';
import type { DocumentPlace } from '@fixpoint/surface-formats';
import { outputOf } from './asking-source';
import type { SourceContext } from './source';

/** The documents of a source, or why there is none. */
export type Documents =
  | { readonly ok: true; readonly documents: readonly PackageFile[] }
  | { readonly ok: false; readonly note: string };

/** Reads documents from the place that the configuration names: what a call prints, or files beside the executable. */
export async function readDocuments(context: SourceContext, place: DocumentPlace): Promise<Documents> {
  if (place.args !== undefined) {
    const output = outputOf(await context.session.call(place.args));
    if ('problem' in output) return { ok: false, note: output.problem };
    return { ok: true, documents: [{ path: '', text: output.text }] };
  }
  const documents = await readFiles(context, place.files ?? []);
  return documents.length > 0 ? { ok: true, documents } : { ok: false, note: 'there is no such file' };
}

async function readFiles(
  { ports, session }: SourceContext,
  globs: readonly string[],
): Promise<PackageFile[]> {
  const binary = await ports.binaries.inspect(session.path);
  const real = 'problem' in binary ? undefined : binary.realPath;
  const directory = dirname(real ?? session.path);
  const found = await Promise.all(
    globs.map((glob) => {
      const { upwards, rest } = climb(glob);
      return ports.packages.readFiles(join(directory, ...upwards), [rest]);
    }),
  );
  return found.flat();
}

// `../share/man/man1/tool*.1` is read as `share/man/man1/tool*.1` one directory up.
function climb(glob: string): { readonly upwards: readonly string[]; readonly rest: string } {
  const segments = glob.split('/');
  const depth = segments.findIndex((segment) => segment !== '..');
  return { upwards: segments.slice(0, depth), rest: segments.slice(depth).join('/') };
}
