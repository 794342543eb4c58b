import { adoptingSpecs, breakingSpecs } from './suites/keeping-specs';
import { e2eWorkspace } from './workspace/e2e-workspace';

describe('specs under the published plugin', () => {
  const workspace = e2eWorkspace();
  describe('adopted by an empty workspace', () => adoptingSpecs(workspace));
  describe('notices', () => {
    afterEach(() => workspace.restore());
    breakingSpecs(workspace);
  });
});
