import { isJsonType, matchMediaType } from './media-types';

const match = (header: string, ...types: readonly string[]) =>
  matchMediaType(
    header,
    types.map((type) => ({ type })),
  )?.type;

describe('matchMediaType', () => {
  it.each([
    ['application/json', ['text/plain', 'application/json'], 'application/json'],
    ['Application/JSON; charset=utf-8', ['application/json'], 'application/json'],
    [
      'application/json; version=2',
      ['application/json', 'application/json;version=2'],
      'application/json;version=2',
    ],
    ['application/json', ['application/vnd.me+json'], 'application/vnd.me+json'],
    ['image/png', ['image/*', '*/*'], 'image/*'],
    ['image/png', ['*/*'], '*/*'],
    ['text/*', ['application/json', 'text/csv'], 'text/csv'],
    ['*/*', ['application/json', 'text/csv'], 'application/json'],
    ['text/html;q=0.1, text/csv', ['text/html', 'text/csv'], 'text/csv'],
    ['text/html;q=0, */*;q=0.1', ['text/csv'], 'text/csv'],
    ['text/html', ['text/csv'], undefined],
    ['', ['text/csv'], undefined],
    ['text/html', [], undefined],
  ])('takes for %j of %j', (header, types, expected) => {
    expect(match(header, ...types)).toBe(expected);
  });
});

it.each([
  ['application/json; charset=utf-8', true],
  ['application/problem+json', true],
  ['application/jsonl', false],
  ['text/event-stream', false],
])('isJsonType(%j) is %p', (type, expected) => {
  expect(isJsonType(type)).toBe(expected);
});
