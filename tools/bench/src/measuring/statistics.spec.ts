import { median, ratioOf } from './statistics';

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([30, 1, 2])).toBe(2);
    expect(median([4, 1, 100, 2])).toBe(3);
    expect(median([7])).toBe(7);
  });

  it('leaves its samples as they are and refuses to be made of none', () => {
    const samples = [3, 1, 2];
    median(samples);
    expect(samples).toEqual([3, 1, 2]);
    expect(() => median([])).toThrow(RangeError);
  });
});

it('divides medians', () => {
  expect(ratioOf([30, 20, 1000], [10, 1, 12])).toBe(3);
});
