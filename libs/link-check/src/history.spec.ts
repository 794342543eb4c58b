import { memoryPorts, type MemoryHistory } from '@fixpoint/testkit';
import { checkPorts } from './test-support';

const FILES = {
  'README.md': '[a](docs/old.md#x) [b](docs/gone.md)',
  'guide/new.md': '# X\n\n[c](neighbour.md)',
  'docs/neighbour.md': '',
  'other/neighbour.md': '',
};

const HISTORY: MemoryHistory = {
  mergeBase: 'c0',
  commits: { c0: {} },
  moves: { c0: [{ from: 'docs/gone.md' }, { from: 'docs/old.md', to: 'guide/new.md' }] },
};

describe('files that the current change moves or deletes', () => {
  it('are followed to where they went, and documents that moved from where they were [FP-LINK-009]', async () => {
    const { findings } = await checkPorts(memoryPorts({ files: FILES, history: HISTORY }), undefined, {
      history: true,
    });
    expect(findings.map(({ file, message, expected }) => [file, message, expected])).toEqual([
      [
        'README.md',
        'docs/old.md is not there: this change moved it; did you mean guide/new.md#x?',
        'guide/new.md#x',
      ],
      ['README.md', 'docs/gone.md is not there: this change deletes it', undefined],
      [
        'guide/new.md',
        'guide/neighbour.md is not there: this change moved the document; did you mean ../docs/neighbour.md?',
        '../docs/neighbour.md',
      ],
    ]);
  });

  it('change nothing in what is wrong: the same findings without a history, and without being asked', async () => {
    const places = async (history: MemoryHistory | undefined, asked: boolean): Promise<string[]> => {
      const { findings } = await checkPorts(memoryPorts({ files: FILES, history }), undefined, {
        history: asked,
      });
      return findings.map(({ id, file, position }) => `${id} ${file}:${position?.line}:${position?.column}`);
    };
    const expected = await places(HISTORY, true);
    expect(expected).toHaveLength(3);
    expect(await places(undefined, true)).toEqual(expected);
    expect(await places({ commits: {} }, true)).toEqual(expected);
    expect(await places(HISTORY, false)).toEqual(expected);
  });
});
