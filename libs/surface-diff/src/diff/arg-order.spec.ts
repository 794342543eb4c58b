import { argOrder } from './arg-order';

describe('argOrder', () => {
  it.each([
    ['tool run <A> [B]...', ['A', 'B']],
    ['tool run [OPTIONS] B A', ['B', 'A']],
    ['tool run [OPTIONS]\ntool run [B] [A]', ['B', 'A']],
    ['tool run --a <A> <B> <A>', ['B', 'A']],
    ['tool run --a=<A> <B> <A>', ['B', 'A']],
  ])('reads %j', (usage, order) => expect(argOrder(usage, ['A', 'B'])).toEqual(order));

  it.each([undefined, '', 'tool run [ARGS]', 'tool run <A>\ntool run <B>', 'tool run <A>...'])(
    'says nothing where the usage does not name them all on one line: %j',
    (usage) => expect(argOrder(usage, ['A', 'B'])).toBeUndefined(),
  );

  it('needs no usage for one argument', () => expect(argOrder(undefined, ['A'])).toEqual(['A']));
});
