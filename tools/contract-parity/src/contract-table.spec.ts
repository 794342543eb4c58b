import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { tempDirectory, type TempDirectory } from '@fixpoint/testkit';
import { contractTable } from './contract-table';

const SHARED = resolve(__dirname, '../../../../shared/data/contracts');

/** Puts one pact and one event stream into a directory. */
function fill(
  { write }: TempDirectory,
  { opc, expected }: { opc: readonly object[]; expected: object },
): void {
  write('pact/a/openapi.yaml', 'openapi: 3.1.0\npaths: {/a: {get: {responses: {"200": {}}}}}\n');
  const interaction = { request: { method: 'GET', path: '/b' }, response: { status: 200 } };
  const pact = { consumer: { name: 'c' }, provider: { name: 'p' }, interactions: [interaction] };
  write('pact/a/pact.json', JSON.stringify(pact));
  write('pact/a/opc.json', JSON.stringify(opc));
  write('sse/a/transcript.txt', 'event: started\ndata: {}\n\n');
  write('sse/a/expected-whatwg.json', JSON.stringify(expected));
}

const STARTED = { event: 'started', data: '{}' };

describe('contractTable', () => {
  const directory = tempDirectory();

  it('says what both found', async () => {
    const opc = [{ code: 'request.path-or-method.unknown', location: '[root].interactions[0].request.path' }];
    fill(directory, {
      opc,
      expected: { events: [STARTED], problems: ['no-terminal-event'] },
    });
    const { exitCode, output } = await contractTable([directory.path]);
    expect(output).toContain('1 pacts: 1 of 1 findings; 1 event streams: 1 equal.');
    expect(exitCode).toBe(0);
  });

  it('fails with what was missed', async () => {
    const opc = [{ code: 'response.status.unknown', location: '[root].interactions[0].response.status' }];
    fill(directory, { opc, expected: { events: [], problems: ['data-not-json'] } });
    const { exitCode, output } = await contractTable([directory.path]);
    expect(output).toContain('missed response.status.unknown [root].interactions[0].response.status');
    expect(output).toContain('more   error provider-verify/unknown-path /interactions/0/request/path');
    expect(output).toContain('events DIFFERENT, 1 problems missed, 1 more');
    expect(exitCode).toBe(1);
  });

  it('passes with a message where there is nothing', async () => {
    expect(await contractTable(['/nowhere'])).toEqual({
      exitCode: 0,
      output: 'Nothing was compared: the folder of recorded contracts, /nowhere, is not there.\n',
    });
  });

  (existsSync(SHARED) ? it : it.skip)(
    'misses nothing in the recorded contracts, which are skipped where they are not',
    async () => {
      const { exitCode, output } = await contractTable([SHARED]);
      expect(output).not.toMatch(/^ +missed|DIFFERENT/m);
      expect(exitCode).toBe(0);
    },
    60_000,
  );
});
