import type { BreakingConfig, ContractsConfig } from '@fixpoint/contract-formats';
import { failureOf, success, type Ports, type Result } from '@fixpoint/model';

/** What documents are compared with: how it is called, and how a file of it is read. */
export interface Base {
  /** In words: "origin/main at 1a2b3c4", "the baseline api/published". */
  readonly name: string;
  /** Set for a committed directory; then what is wrong with it can be repaired here. */
  readonly directory?: string;
  read(file: string): Promise<string | undefined>;
}

/**
 * The base that a root asks for: a committed directory, a revision, or where the branch left the default one.
 *
 * @req FP-BRK-001, FP-BRK-002
 */
export async function findBase(
  ports: Ports,
  { breaking }: Pick<ContractsConfig, 'breaking'>,
): Promise<Result<Base>> {
  if (breaking?.baseline !== undefined) return success(directoryBase(ports, breaking.baseline));
  if (breaking?.base !== undefined) return revisionBase(ports, breaking.base);
  const { commit, branch } = await ports.history.mergeBase();
  return success(commitBase(ports, commit, `${branch} at ${commit.slice(0, 10)}`));
}

function directoryBase({ files }: Ports, directory: string): Base {
  return {
    name: `the baseline ${directory}`,
    directory,
    read: (file) => files.readText(inBaseline(directory, file)),
  };
}

/** Where a file of a document lies in a baseline. What lies outside of the root (`..`) is kept in the baseline itself. */
export function inBaseline(directory: string, file: string): string {
  const inside = file.split('/').filter((segment) => segment !== '..' && segment !== '.' && segment !== '');
  return [directory.replace(/\/+$/, ''), ...inside].join('/');
}

async function revisionBase(
  ports: Ports,
  revision: NonNullable<BreakingConfig['base']>,
): Promise<Result<Base>> {
  const commit = await ports.history.commit(revision);
  if (commit !== undefined) {
    return success(commitBase(ports, commit, `${revision} at ${commit.slice(0, 10)}`));
  }
  return failureOf('usage', {
    id: 'breaking/unknown-revision',
    severity: 'error',
    message: `the contracts are to be compared with ${JSON.stringify(revision)}, which names no commit here`,
    file: '.',
    actual: revision,
    fix: 'git fetch origin --tags (in a workflow: fetch-depth: 0), or correct breaking.base',
  });
}

function commitBase({ history }: Ports, commit: string, name: string): Base {
  return { name, read: (file) => history.readAt(commit, file) };
}
