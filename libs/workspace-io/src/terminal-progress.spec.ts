import { createTerminalProgress } from './terminal-progress';

describe('createTerminalProgress', () => {
  const start = (isTTY: boolean, env: Record<string, string> = {}) => {
    const writes: string[] = [];
    let time = 0;
    const stream = { isTTY, columns: 20, write: (text: string) => void writes.push(text) };
    const progress = createTerminalProgress(stream, { env, clock: () => time });
    return { writes, progress, tick: (milliseconds: number) => (time += milliseconds) };
  };

  it('draws one line over itself and takes it away at the end', () => {
    const { writes, progress, tick } = start(true);
    progress.update('pages', 1, 3);
    tick(60);
    progress.update('pages', 2, 3);
    progress.end();
    expect(writes).toEqual(['\r\u001B[2Kpages 1/3', '\r\u001B[2Kpages 2/3', '\r\u001B[2K']);
  });

  it('draws at most every 50 ms, and always the last', () => {
    const { writes, progress } = start(true);
    for (let done = 1; done <= 100; done++) progress.update('pages', done, 100);
    expect(writes).toEqual(['\r\u001B[2Kpages 1/100', '\r\u001B[2Kpages 100/100']);
  });

  it('stays within the line', () => {
    const { writes, progress } = start(true);
    progress.update('a very long label\n\u001B[31mof many words', 1, 2);
    expect(writes[0]).toBe('\r\u001B[2Ka very long label [');
  });

  it.each([
    [false, {}],
    [true, { CI: 'true' }],
    [true, { CI: '1' }],
    [true, { TERM: 'dumb' }],
  ])('is silent for isTTY %j and %j', (isTTY, env) => {
    const { writes, progress } = start(isTTY, env as Record<string, string>);
    progress.update('pages', 1, 1);
    progress.end();
    expect(writes).toEqual([]);
  });

  it('writes nothing at the end of nothing', () => {
    const { writes, progress } = start(true, { CI: 'false' });
    progress.end();
    expect(writes).toEqual([]);
  });
});
