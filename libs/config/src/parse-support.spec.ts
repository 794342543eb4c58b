import { parseSupportConfig } from './parse-support';

const parse = (value: unknown) => parseSupportConfig(JSON.stringify(value, null, 2), 'docs/support_matrix');
const MARKER = { support_schema_version: 1, tools: [{ tool: 'ant', root: '../../libs/ant/cli_manifest' }] };

describe('parseSupportConfig', () => {
  it('fills in the page', () => {
    expect(parse(MARKER)).toMatchObject({
      ok: true,
      value: { root: 'docs/support_matrix', page: 'support-matrix.md', tools: MARKER.tools },
    });
  });

  it.each([
    ['a page elsewhere', { ...MARKER, page: '../page.md' }, 'config/rule /page 9'],
    ['a name twice', { ...MARKER, tools: [...MARKER.tools, ...MARKER.tools] }, 'config/rule /tools/1/tool 9'],
    ['an unknown key', { ...MARKER, pgae: 'x' }, 'config/unknown-key /pgae 9'],
    ['no tools', { ...MARKER, tools: [] }, 'config/invalid-value /tools 3'],
  ])('refuses %s, with its position', (_what, value, expected) => {
    const result = parse(value);
    const found = result.ok
      ? []
      : result.findings.map(({ id, path, position }) => `${id} ${path} ${position?.line}`);
    expect(found).toEqual([expected]);
  });
});
