import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';

const BIN = join(__dirname, '../bin/fixpoint.cjs');
// Each call starts a process that reads the sources of the product first.
jest.setTimeout(60_000);

/** Loaded before the product: notes every connection and lets none of them be made. */
const NO_NETWORK = `const { appendFileSync } = require('node:fs');
require('node:net').Socket.prototype.connect = function () {
  appendFileSync(process.env.NOTES, 'connect\\n');
  process.nextTick(() => this.destroy(new Error('there is no network here')));
  return this;
};
`;
const OPENAPI = (summary: string): string => `openapi: 3.1.0
info: {title: Things, version: 1.0.0}
paths:
  /things: {get: {summary: ${summary}, responses: {'200': {description: All of them}}}}
`;
const ELSEWHERE = `${OPENAPI('Lists them')}  /others: {$ref: 'https://example.com/others.yaml#/path'}\n`;
const RULES = {
  rules_schema_version: 2,
  tool: { name: 'tool' },
  targets: { here: { platform: 'linux', required: true, binary: { path: 'tool' } } },
};
const SPECS = {
  specs_schema_version: 1,
  specs: { files: ['*.md'] },
  links: { external: { retries: 0 } },
};
const SPEC = `# Things

- [TH-001](https://example.com/th-001) A thing MUST have a name, as <https://example.com/names> says.
- [TH-002](./gone.md) A thing MUST NOT be [lost](./lost.md#where).
`;

describe('validate', () => {
  const directory = tempDirectory();

  beforeEach(() => {
    directory.write('no-network.cjs', NO_NETWORK);
    chmodSync(directory.write('bin/git', '#!/bin/sh\necho "git $*" >> "$NOTES"\nexit 1\n'), 0o755);
    directory.write('root/openapi.yaml', OPENAPI('Lists them'));
    directory.write('root/elsewhere.yaml', ELSEWHERE);
    directory.write('root/published/openapi.yaml', OPENAPI('Lists all'));
    directory.write('root/RULES.json', JSON.stringify(RULES));
    directory.write('root/SPECS.json', JSON.stringify(SPECS));
    directory.write('root/things.md', SPEC);
    writeContracts({ baseline: 'published' });
  });

  function writeContracts(breaking: object): void {
    const documents = { things: { root: 'openapi.yaml' }, elsewhere: { root: 'elsewhere.yaml' } };
    directory.write(
      'root/CONTRACTS.json',
      JSON.stringify({ contracts_schema_version: 1, documents, breaking }),
    );
  }

  /** What the product asked of the world outside, in its words. */
  function notesOf(...argv: readonly string[]): string {
    const notes = join(directory.path, 'notes');
    const { status, stderr } = spawnSync(process.execPath, [BIN, ...argv, '--root', 'root'], {
      cwd: directory.path,
      encoding: 'utf8',
      env: {
        PATH: [join(directory.path, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
        NODE_OPTIONS: `--require ${join(directory.path, 'no-network.cjs')}`,
        NOTES: notes,
      },
    });
    // Much is wrong with the root, and nothing with the product.
    expect([stderr, [0, 1, 2, 3].includes(status ?? -1)]).toEqual(['', true]);
    return existsSync(notes) ? directory.read('notes') : '';
  }

  it('runs no git, whatever the root holds [FP-ENG-008]', () => {
    expect(notesOf('validate')).not.toContain('git');
    writeContracts({});
    expect(notesOf('validate')).not.toContain('git');
    // The command that may ask git does.
    expect(notesOf('breaking')).toContain('git ');
  });

  it('opens no connection, whatever the root holds [FP-LINK-008, FP-SEC-001]', () => {
    for (const target of ['validate', 'link-check']) expect(notesOf(target)).not.toContain('connect');
    // The command that asks the network does.
    expect(notesOf('link-check-external')).toContain('connect');
  });
});
