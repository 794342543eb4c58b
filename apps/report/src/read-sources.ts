import { join } from 'node:path/posix';
import { parseSupportConfig, SUPPORT_MARKER } from '@fixpoint/config';
import {
  failureOf,
  readNamedFile,
  success,
  type Artifact,
  type Finding,
  type Ports,
  type Result,
} from '@fixpoint/model';

/** A file of the site with the committed one that it is a copy of. */
export interface Published extends Artifact {
  /** Relative to the workspace. */
  readonly source: string;
}

/** The committed JSON that the site shows. */
export interface Sources {
  /** In the layout of the contract. */
  readonly published: readonly Published[];
  /** The root of each tool of the marker, relative to the workspace. */
  readonly roots: ReadonlyMap<string, string>;
}

/** Names that are the same in a URL, on disk and in a link. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Reads the matrix of a directory and the history of every tool it names; a tool that has none is left out. */
export async function readSources(ports: Ports, matrix: string): Promise<Result<Sources>> {
  const marker = join(matrix, SUPPORT_MARKER);
  const table = join(matrix, 'support-matrix.json');
  const [markerText, tableText] = await Promise.all(
    [marker, table].map((file) => readNamedFile(ports, file)),
  );
  if (markerText === undefined)
    return missing(marker, `let --matrix name the directory of a ${SUPPORT_MARKER}`);
  if (tableText === undefined) return missing(table, `fixpoint support-matrix --root ${matrix}`);
  const config = parseSupportConfig(markerText, matrix);
  if (!config.ok) return failureOf('usage', ...config.findings);
  const { tools } = config.value;
  const odd = tools.filter(({ tool }) => !PLAIN_NAME.test(tool));
  if (odd.length > 0) return failureOf('usage', ...odd.map(({ tool }) => oddName(marker, tool)));
  const roots = new Map(tools.map(({ tool, root }) => [tool, join(matrix, root)]));
  const histories = await Promise.all([...roots].map(([tool, root]) => readHistory(ports, tool, root)));
  const published = [{ path: 'support-matrix.json', source: table, text: tableText }, ...histories.flat()];
  return success({ published, roots });
}

async function readHistory(ports: Ports, tool: string, root: string): Promise<Published[]> {
  const source = join(root, 'history.json');
  const text = await readNamedFile(ports, source);
  return text === undefined ? [] : [{ path: `tools/${tool}/history.json`, source, text }];
}

function missing(file: string, fix: string): Result<never> {
  return failureOf('environment', {
    id: 'report/missing-matrix',
    severity: 'error',
    message: `${file} is missing, so that there is nothing to show`,
    file,
    fix,
  });
}

function oddName(file: string, tool: string): Finding {
  return {
    id: 'report/tool-name',
    severity: 'error',
    message: `the tool ${JSON.stringify(tool)} cannot be part of an address`,
    file,
    expected: PLAIN_NAME.source,
    actual: tool,
    fix: `give the tool a name of letters, digits, ".", "_" and "-" in ${file}`,
  };
}
