import { memoryPorts } from '@fixpoint/testkit';
import { readDocuments } from './read-documents';

describe('readDocuments', () => {
  it('reads what can be read and names everything else', async () => {
    const ports = memoryPorts({
      files: {
        'good.yaml': 'openapi: 3.1.0\npaths: {}\n',
        'bad.yaml': 'openapi: [\n',
        'bytes.yaml': Uint8Array.of(0xff, 0xfe),
      },
    });
    const named = ['bad', 'bytes', 'absent', 'good'].map((name) => ({ name, file: `${name}.yaml` }));
    const { documents, findings } = await readDocuments(ports, named);
    expect(documents.map(({ name }) => name)).toEqual(['good']);
    expect(findings.map(({ id, file }) => [id, file])).toEqual([
      ['openapi/invalid-yaml', 'bad.yaml'],
      ['openapi/unreadable', 'bytes.yaml'],
      ['openapi/absent', 'absent.yaml'],
    ]);
  });
});
