import { ARTIFACTS_DIRECTORY } from '@fixpoint/acquisition';
import { LOCK_FILE } from '@fixpoint/artifact-lock';
import type { Finding, ToolError } from '@fixpoint/model';

/** What was asked for does not name one asset of one target. */
export function incompletePin(root: string, spec: string): Finding {
  return {
    id: 'acquire/incomplete-pin',
    severity: 'error',
    message:
      'to pin an artifact, its version, its target (with "files" of a binary in RULES.json) and exactly one asset are needed',
    file: LOCK_FILE,
    actual: spec,
    expected: '<package>@1.2.3 or github:<owner>/<repository>@<tag>#<asset>',
    fix: `fixpoint acquire --root ${root} --version 1.2.3 --target <triple> --pin <package>@1.2.3`,
  };
}

/** No target that was asked for says where its asset is. */
export function noAssets(triple: string | undefined): Finding {
  const which = triple === undefined ? 'no target' : `not the target ${triple}`;
  return {
    id: 'acquire/no-assets',
    severity: 'error',
    message: `RULES.json says of ${which} which asset of a release is its own`,
    file: 'RULES.json',
    path: '/targets',
    fix: 'add "asset": "<package>@{version}" or "github:<owner>/<repository>@<tag>{version}#<asset>" to the targets in RULES.json, or name one asset: --target <triple> --pin <asset>',
  };
}

/** A version or target that cannot name a directory. */
export function notADirectory(name: string): Finding {
  return {
    id: 'usage/directory-name',
    severity: 'error',
    message: `${JSON.stringify(name)} cannot name a directory below ${ARTIFACTS_DIRECTORY}`,
    file: '.',
    actual: name,
    fix: 'name version and target by letters, digits, ".", "+", "_" and "-" only: --version 1.2.3 --target x86_64-unknown-linux-musl',
  };
}

/** An asset could not be fetched; of a target that is not required this is no failure. */
export function notPinned(triple: string, { message, file, fix }: ToolError, isOptional: boolean): Finding {
  return {
    id: 'environment/tool-error',
    severity: isOptional ? 'warning' : 'error',
    message: `${triple}: ${message}`,
    file: file ?? LOCK_FILE,
    fix: fix ?? 'correct what the message names and run the command again',
  };
}
