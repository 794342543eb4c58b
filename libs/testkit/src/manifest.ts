import type { Manifest } from '@fixpoint/surface-formats';
import { LINUX, MACOS, TARGETS, WINDOWS } from './union-sketch';

/** A manifest of rules version 2 over three targets, the first of which is required; anything can be replaced. */
export function plainManifest(changes: Partial<Manifest> = {}): Manifest {
  return {
    rulesSchemaVersion: 2,
    root: 'cli_manifests/tool',
    targets: {
      required: LINUX,
      expected: TARGETS,
      platforms: { [LINUX]: 'linux', [MACOS]: 'macos', [WINDOWS]: 'windows' },
    },
    binaries: {},
    union: {
      requireSameTool: true,
      requireSameSemanticVersion: true,
      requireSemanticVersion: true,
      foldRootFlags: true,
    },
    exclusions: [],
    raw: {},
    ...changes,
  };
}
