import fc from 'fast-check';
import { parseReferenceFeatures } from './parse-reference-features';

describe('the feature list', () => {
  it('is read by words and sorted by name, keys in byte order', () => {
    expect(
      JSON.stringify(parseReferenceFeatures('zed  stable\tTRUE\n\n b experimental False and more\n')),
    ).toBe(
      '[{"effective":false,"name":"b","stage":"experimental"},{"effective":true,"name":"zed","stage":"stable"}]',
    );
  });

  it('loses rows whose third word is no switch, such as stages of two words', () => {
    expect(parseReferenceFeatures('a under development true\nb stable\nc stable yes\n')).toEqual([]);
  });

  it('keeps rows of one name', () => {
    expect(parseReferenceFeatures('a x true\na y false\n').map(({ stage }) => stage)).toEqual(['x', 'y']);
  });

  it('is read from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(parseReferenceFeatures(text))),
    );
  });
});
