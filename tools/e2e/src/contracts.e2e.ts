import { adoptingContracts, breakingContracts } from './suites/keeping-contracts';
import { e2eWorkspace } from './workspace/e2e-workspace';

describe('contracts under the published plugin', () => {
  const workspace = e2eWorkspace();
  describe('adopted by an empty workspace', () => adoptingContracts(workspace));
  describe('notices', () => {
    afterEach(() => workspace.restore());
    breakingContracts(workspace);
  });
});
