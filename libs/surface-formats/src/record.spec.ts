import { withoutAbsent } from './record';

it('leaves out undefined values only and keeps the order', () => {
  const record = withoutAbsent({ b: undefined, z: null, a: '', c: 0, d: false });
  expect(JSON.stringify(record)).toBe('{"z":null,"a":"","c":0,"d":false}');
  expect(Object.keys(record)).toEqual(['z', 'a', 'c', 'd']);
});
