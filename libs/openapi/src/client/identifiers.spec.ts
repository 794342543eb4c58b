import { parse } from '@babel/parser';
import type { Operation } from '@fixpoint/openapi-document';
import fc from 'fast-check';
import { functionNames, typeName } from './identifiers';

const operation = (id: string | undefined, method = 'get', path = '/'): Operation => ({
  ...{ path, method, parameters: [], place: { value: {}, file: '', pointer: '' } },
  ...(id !== undefined && { id }),
});
const named = (...ids: string[]) => functionNames(ids.map((id) => operation(id)));

describe('functionNames', () => {
  it.each([
    ['getPet', 'getPet'],
    ['repos/list-for org', 'reposListForOrg'],
    ['delete', 'delete_'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['größe', 'größe'],
    ['日本', '日本'],
    ['1st', '_1st'],
    ['fetch', 'fetch'],
    ['Promise', 'Promise_'],
    ['send', 'send_'],
  ])('makes of the id %s the name %s', (id, name) => expect(named(id)).toEqual([name]));

  it('falls back to method and path', () => {
    expect(
      functionNames([
        operation(undefined, 'get', '/pets/{id}/a-b'),
        operation('***', 'LINK', '/'),
        operation('', 'post', '/x'),
      ]),
    ).toEqual(['getPetsByIdAB', 'link', 'postX']);
  });

  it('tells apart what would be one name', () => {
    expect(named('a b', 'aB', 'a-b', 'AB')).toEqual(['aB', 'aB2', 'aB3', 'AB4']);
  });

  it('gives legal and distinct names, and distinct names of types, whatever the ids', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('a', 'A', 'new', '__proto__'),
    );
    fc.assert(
      fc.property(fc.array(fc.option(texts, { nil: undefined }), { maxLength: 12 }), (ids) => {
        const names = functionNames(ids.map((id) => operation(id, 'get', id ?? '/')));
        const code = names.flatMap((name) => [
          `export function ${name}() {}`,
          `export type ${typeName(name)}Result = 1;`,
        ]);
        expect(() => parse(code.join('\n'), { sourceType: 'module', plugins: ['typescript'] })).not.toThrow();
      }),
    );
  });
});
