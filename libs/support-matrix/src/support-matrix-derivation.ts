import { failure, success, type Derivation, type Derived, type Ports, type Result } from '@fixpoint/model';
import {
  compareBytes,
  fixCommand,
  toJsonText,
  type SupportConfig,
  type SupportMatrix,
} from '@fixpoint/surface-formats';
import { deriveRows } from './derive-rows';
import { replaceBlock } from './page-block';
import { readRoot } from './read-root';
import { renderBlock } from './render-block';
import { collectRoot, type RootFiles } from './root-files';

/** The published matrix, beside its marker. */
const MATRIX_FILE = 'support-matrix.json';

/** What is read for a matrix. */
export interface SupportFacts {
  readonly roots: readonly RootFiles[];
  /** The committed page. */
  readonly page?: string;
  readonly pageFile: string;
}

/**
 * `support-matrix.json` and the block of a Markdown page: tool by version by target, as the committed metadata, reports and
 * pointers of the tools' roots have it.
 */
export const supportMatrixDerivation: Derivation<SupportConfig, SupportFacts> = {
  id: 'support-matrix',
  summary: 'what is supported of which tool, by version and target, as JSON and in a page',
  owns: () => [MATRIX_FILE],
  collect,
  derive,
  fix: (root) => fixCommand('support-matrix', { root }),
};

async function collect(
  ports: Ports,
  { tools, page: pageFile }: SupportConfig,
): Promise<Result<SupportFacts>> {
  const roots = await Promise.all(tools.map((tool) => collectRoot(ports, tool)));
  return success({ roots, page: await ports.files.readText(pageFile), pageFile });
}

function derive({ roots, page, pageFile }: SupportFacts): Derived {
  const tools = roots.map(readRoot);
  const read = tools.flatMap((tool) => (tool.ok ? [tool.value] : []));
  const rows = deriveRows(read);
  const text = replaceBlock(page, pageFile, renderBlock(rows));
  const problems = [...tools, text].flatMap((part) => (part.ok ? [] : part.findings));
  if (!text.ok || problems.length > 0) return failure(...problems);
  const matrix: SupportMatrix = { schema_version: 2, rows };
  return success(
    [
      { path: MATRIX_FILE, text: toJsonText(matrix) },
      { path: pageFile, text: text.value },
    ].sort((a, b) => compareBytes(a.path, b.path)),
  );
}
