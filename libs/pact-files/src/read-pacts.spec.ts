import { memoryPorts } from '@fixpoint/testkit';
import { readPacts } from './read-pacts';

it('reads what can be read and names everything else', async () => {
  const interaction = { request: { method: 'GET', path: '/' }, response: { status: 200 } };
  const ports = memoryPorts({
    files: {
      'pacts/a.json': JSON.stringify({
        consumer: { name: 'c' },
        provider: { name: 'p' },
        interactions: [interaction],
      }),
      'pacts/b.json': '{',
      'pacts/c.json': Uint8Array.of(0xff),
    },
  });
  const { pacts, findings, matched } = await readPacts(ports, ['pacts/*.json']);
  expect(matched).toBe(3);
  expect(pacts.map(({ file }) => file)).toEqual(['pacts/a.json']);
  expect(findings.map(({ id, file }) => [id, file])).toEqual([
    ['pact/invalid-json', 'pacts/b.json'],
    ['pact/not-utf8', 'pacts/c.json'],
  ]);
});
