import type { Ports, ProgressPort } from '@fixpoint/model';
import { createBinaryPort } from './binary-port';
import { createFilePort } from './files/file-port';
import { createHistoryPort } from './history-port';
import { createMachinePort } from './machine-port';
import { createModulePort } from './module-port';
import { createPackagePort } from './package-port';
import { createProcessPort } from './processes/process-port';
import { createScratchPort } from './scratch-port';
import { silentProgress } from './terminal-progress';
import { createWorkspacePort } from './workspace-port';

/** What the ports of a run depend on. */
export interface PortOptions {
  /** The directory that files are read below. */
  readonly root: string;
  /** Where progress is shown; nowhere by default. */
  readonly progress?: ProgressPort;
}

/** The real world, as far as a derivation may touch it. */
export function createPorts({ root, progress = silentProgress }: PortOptions): Ports {
  return {
    files: createFilePort(root),
    processes: createProcessPort(),
    scratch: createScratchPort(),
    binaries: createBinaryPort(),
    packages: createPackagePort(),
    modules: createModulePort(),
    machine: createMachinePort(),
    progress,
    history: createHistoryPort(root),
    workspace: createWorkspacePort(),
  };
}
