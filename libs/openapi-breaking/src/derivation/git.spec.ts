import type { ContractsConfig } from '@fixpoint/contract-formats';
import { createTempRepo, tempDirectory } from '@fixpoint/testkit';
import { createPorts } from '@fixpoint/workspace-io';
import { join } from 'node:path';
import { createBreakingDerivations } from './breaking-derivation';

// Git is run a dozen times, which takes long on a busy machine.
jest.setTimeout(60_000);

const directory = tempDirectory();

const page = (property: string): string => `openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /a:
    get:
      responses:
        '200': {description: d, content: {application/json: {schema: {$ref: '../shared/page.yaml#/Page'}}}}
# ${property}
`;
const shared = (property: string): string =>
  `Page: {type: object, required: [${property}], properties: {${property}: {type: string}}}\n`;

describe('breaking, in a repository', () => {
  it('reads every file of a document as it was where the branch began [FP-BRK-001]', async () => {
    const repo = createTempRepo(directory.path);
    repo.write('api/openapi.yaml', page('title'));
    repo.write('shared/page.yaml', shared('title'));
    repo.commit('start');
    repo.git('checkout', '--quiet', '-b', 'topic');
    repo.write('shared/page.yaml', shared('name'));

    const config: ContractsConfig = {
      root: 'api',
      documents: [{ name: 'api', file: 'openapi.yaml' }],
      schemas: [],
      breaking: {},
    };
    const { breaking } = createBreakingDerivations(async () => []);
    const ports = createPorts({ root: join(directory.path, 'api') });
    const facts = await breaking.collect(ports, config, { check: true });
    if (!facts.ok) throw new Error(JSON.stringify(facts.findings));
    expect(facts.value.base?.name).toMatch(/^main at [0-9a-f]{10}$/);
    expect(breaking.check?.(facts.value, config)).toMatchObject([
      { id: 'breaking/response-required-property-removed', file: '../shared/page.yaml' },
      { id: 'breaking/response-required-property-added', file: '../shared/page.yaml', position: { line: 1 } },
    ]);
  });
});
