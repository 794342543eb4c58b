import { bumpOf } from '../bump';
import { createUseIndex } from '../uses/use-index';
import { diff, documentOf } from '../testing/documents';
import { interactionOf } from '../testing/interactions';
import { weighDifferences } from '../weigh';
import { differencesMarkdown } from './differences-markdown';

const things = (...names: readonly string[]) => ({
  schema: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
  components: {
    schemas: {
      Thing: { type: 'object', properties: Object.fromEntries(names.map((name) => [name, {}])) },
    },
  },
});

const api = (names: readonly string[], tags: readonly string[] = []) => {
  const { schema, components } = things(...names);
  const responses = { 200: { description: 'Done', content: { 'application/json': { schema } } } };
  return documentOf({
    components,
    paths: { '/a': { get: { tags, responses } }, '/b': { get: { responses } }, '/c': { get: { responses } } },
  });
};

describe('differencesMarkdown', () => {
  it('says a change of a shared schema once, with who uses it and what it waits for', () => {
    const [old, now] = [api(['id', 'size']), api(['id', 'we`ird|*name*'], ['new'])];
    const interactions = [
      interactionOf({ path: '/a', responseBody: [{ size: 1 }] }),
      interactionOf({ path: '/b', responseBody: [] }),
    ];
    const waiver = {
      rule: 'response-optional-property-removed',
      location: 'GET /c',
      reason: 'nobody reads `size` there',
      until: '2026-12-31',
      pointer: '/0',
    } as const;
    const differences = weighDifferences(diff(old, now), {
      usesOf: createUseIndex(old, interactions),
      waivers: [waiver],
    });
    expect(differencesMarkdown({ name: 'api', base: 'main', differences, interactions: 2 })).toBe(
      [
        '## api, compared with main',
        '',
        'Needs a minor version.',
        '',
        '### May break',
        '',
        '- `GET /a` the property `[].size` of the 200 response was removed, used by 1 of 2 interactions (and in GET /b) (`response-optional-property-removed`)',
        '',
        '### Compatible',
        '',
        '- `GET /a` has the tag `new` now (`api-tag-added`)',
        '- `GET /a` the property ``[].we`ird|*name*`` of the 200 response was added (and in GET /b, GET /c) (`response-optional-property-added`)',
        '- `GET /c` the property `[].size` of the 200 response was removed, used by 0 of 2 interactions; waived until 2026-12-31: nobody reads \\`size\\` there (`response-optional-property-removed`)',
        '',
      ].join('\n'),
    );
  });

  it('says so when there is nothing to say', () => {
    expect(differencesMarkdown({ name: 'a_b*', base: 'v1', differences: [] })).toBe(
      '## a_b\\*, compared with v1\n\nNo differences.\n',
    );
  });
});

describe('bumpOf', () => {
  const bump = (old: ReturnType<typeof api>, now: ReturnType<typeof api>) =>
    bumpOf(weighDifferences(diff(old, now), { waivers: [] }));

  it('is the gravest of all differences', () => {
    expect(bump(api(['id']), api(['id']))).toBe('none');
    expect(bump(api(['id']), api(['id'], ['tag']))).toBe('patch');
    expect(bump(api(['id']), api(['id', 'more'], ['tag']))).toBe('minor');
    expect(bump(api(['id']), documentOf({ paths: {} }))).toBe('major');
  });
});
