import fc from 'fast-check';
import { positionOfOffset, positionsIn } from './position';

describe('positionsIn', () => {
  it('gives what positionOfOffset gives', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r\n', 'ä')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 40 })), (source, offsets) => {
        const positionAt = positionsIn(source);
        for (const offset of offsets) expect(positionAt(offset)).toEqual(positionOfOffset(source, offset));
      }),
    );
  });
});
