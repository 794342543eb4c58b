import fc from 'fast-check';
import { readTraceFiles } from './read-trace-files';
import { trace } from './test-support';

describe('readTraceFiles', () => {
  it('lists the files of code and tests once, sorted', async () => {
    const { files } = await trace({
      'specs/a.md': '- [A-1001] It MUST.\n- [A-1002] It MUST not.\n',
      'src/b.ts': '// Implements: A-1001, A-1002\n',
      'src/a.spec.ts': "it('x [A-1001]', f)",
      'features/a.feature': '@A-1001\nFeature: F\n',
    });
    expect(readTraceFiles(files['requirements/trace.json'] as string)).toEqual(['src/a.spec.ts', 'src/b.ts']);
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
