export { memoryPorts } from './memory-ports';
export type { MemoryBinary, MemoryPorts, MemoryWorld } from './memory-ports';
export type { MemoryAnswer, MemoryProgram, MemoryPrograms } from './memory-processes';
export type { MemoryFiles } from './memory-tree';
export { expectGolden, expectGoldenDirectory } from './expect-golden';
export { tempDirectory } from './temp-directory';
export type { TempDirectory } from './temp-directory';
export { createTempRepo } from './temp-repo';
export type { TempRepo } from './temp-repo';
