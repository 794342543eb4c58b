import fc from 'fast-check';
import { readTraceFiles } from './read-trace-files';
import { trace } from './test-support';

describe('readTraceFiles', () => {
  it('lists the files of code and tests with the specs of what they name, each pair once, sorted', async () => {
    const { files } = await trace({
      'specs/a.md': '- [A-1001] It MUST.\n- [A-1002] It MUST not.\n',
      'specs/b.md': '- [A-1003] It MUST.\n',
      'src/b.ts': '// Implements: A-1001, A-1002, A-1003\n',
      'src/a.spec.ts': "it('x [A-1001]', f)",
      'features/a.feature': '@A-1001\nFeature: F\n',
    });
    const text = files['requirements/trace.json'] as string;
    expect(readTraceFiles(text)).toEqual([
      { file: 'src/a.spec.ts', spec: 'specs/a.md' },
      { file: 'src/b.ts', spec: 'specs/a.md' },
      { file: 'src/b.ts', spec: 'specs/b.md' },
    ]);
    expect(readTraceFiles(text, ['test'])).toEqual([{ file: 'src/a.spec.ts', spec: 'specs/a.md' }]);
  });

  it('finds none in what is no trace, and never throws', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"requirements": 3}',
      '{"requirements": {"a": {"links": {"code": [null, {"file": 3}]}}}}',
    ])
      expect(readTraceFiles(text)).toEqual([]);
    fc.assert(fc.property(fc.json(), (text) => Array.isArray(readTraceFiles(text))));
  });
});
