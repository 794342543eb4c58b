import { addingTool } from './suites/adding-tool';
import { adopting } from './suites/adopting';
import { breakingMarkers } from './suites/breaking-markers';
import { caching } from './suites/caching';
import { drawing } from './suites/drawing';
import { drifting } from './suites/drifting';
import { hashing } from './suites/hashing';
import { e2eWorkspace } from './workspace/e2e-workspace';

// One workspace for all: adopting the plugin commits what is derived, and every later test ends where that left off.
describe('the published plugin', () => {
  const workspace = e2eWorkspace();
  describe('adopted by an empty workspace', () => adopting(workspace));
  describe('used in it', () => {
    afterEach(() => workspace.restore());
    describe('hashes', () => hashing(workspace));
    describe('caches', () => caching(workspace));
    describe('finds drift', () => drifting(workspace));
    describe('draws edges', () => drawing(workspace));
    describe('survives broken markers', () => breakingMarkers(workspace));
  });
  describe('given one more tool', () => addingTool(workspace));
});
