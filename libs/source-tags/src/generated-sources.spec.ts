import fc from 'fast-check';
import { tagReader } from './tag-reader';

const read = tagReader({ ids: ['ORCH-[0-9]{4}'], patterns: { code: [], test: [] } });

/** How a language writes what a source is made of; a tag in a string or in code is none. */
interface Forms {
  readonly comments: readonly ((text: string) => string)[];
  readonly strings: readonly ((text: string) => string)[];
  /** Code that is easily taken for something else. */
  readonly code: readonly string[];
}

const line =
  (mark: string) =>
  (text: string): string =>
    `${mark} ${text}\n`;
const around =
  (open: string, close: string) =>
  (text: string): string =>
    `${open}${text}${close}\n`;
const stars = [around('/* ', ' */'), around('/**\n * ', '\n */')];
const quoted = [around('x("', ' \\" ");'), around('x("\\\\", "', '");')];
const single = [around("x('", " \\' ');"), around("x('\"', '", "');")];

const LANGUAGES: Readonly<Record<string, Forms>> = {
  ts: {
    comments: [line('//'), ...stars],
    strings: [
      ...quoted,
      ...single,
      around('x(`\n// ', '`);'),
      around('x(`${y({ a: `', '` })}`);'),
      around('x(/[/"]// ', '/);'.replace('//', '/')),
      around('x = y ? /\\/\\/ ', '/g : 1;'),
    ],
    code: ['a = b / c; d = e / f;\n', "<p>it's</p>;\n", 'if (a) { b = `${c}`; }\n', 'ORCH_2002;\n'],
  },
  rs: {
    comments: [line('//'), line('///'), ...stars, around('/* /* */ ', ' */')],
    strings: [
      ...quoted,
      around('x(r#"" // ', '"#);'),
      around('x(r##"\n// ', '"# "##);'),
      around('x(b"', '");'),
    ],
    code: ["fn f<'a>(b: &'a str) {}\n", "let c = ['\"', '\\'', '\\u{41}'];\n"],
  },
  py: {
    comments: [line('#'), around('    """', '"""'), around("'''\n", "\n'''")],
    strings: [...quoted, ...single, around('x = """\n# ', '"""'), around("x(f'", "')")],
    code: ['a = b // c\n', 'd = "#"\n'],
  },
  go: {
    comments: [line('//'), ...stars],
    strings: [...quoted, around('x(`\n// ', '`)')],
    code: ["r := '\"'\n", "s := '\\''\n"],
  },
  cpp: {
    comments: [line('//'), ...stars],
    strings: [...quoted, around('x(R"ab(\n// ', ')" )ab");')],
    code: ["int n = 1'000'000;\n", "char c = '\"';\n"],
  },
  cs: {
    comments: [line('//'), line('///'), ...stars],
    strings: [
      ...quoted,
      around('x(@"\\', '");'),
      around('x(@"""\n// ', '""");'),
      around('x("""\n// ', '""");'),
    ],
    code: ["var c = '\"';\n"],
  },
  kt: {
    comments: [line('//'), ...stars, around('/* /* */ ', ' */')],
    strings: [...quoted, around('x("""\n// ', '\\""")'), around('x("${y("', '")}")')],
    code: ["val c = '\"'\n"],
  },
  swift: {
    comments: [line('//'), ...stars, around('/* /* */ ', ' */')],
    strings: [
      around('x("', ' \\" ")'),
      around('x(#"" // ', '"#)'),
      around('x("""\n// ', '\n""")'),
      around('x("\\(y("', '"))")'),
    ],
    code: ['let a = b / c\n'],
  },
  rb: {
    comments: [line('#'), around('=begin\n', '\n=end')],
    strings: [...quoted, ...single, around('x <<~EOS\n# ', '\nEOS'), around('x "#{y("', '")}"')],
    code: ['a << b\n', 'c = "#{d}"\n'],
  },
  sh: {
    comments: [line('#'), line('x; #')],
    strings: [
      around('x "', ' \\" "'),
      around("x '\n# ", "'"),
      around("x $'\\'# ", "'"),
      around('cat <<EOF\n# ', '\nEOF'),
    ],
    code: ['y=${#a}\n', "z=it\\'s\n", 'w=$((1 << 2))\n'],
  },
  sql: {
    comments: [line('--'), around('/* ', ' */')],
    strings: [around("select '", " '' ';"), around('select "-- ', '";'), around('do $a$\n-- ', '$a$;')],
    code: ['select 1 - 2;\n'],
  },
  lua: {
    comments: [line('--'), around('--[[\n', '\n]]'), around('--[=[\n', ' ]] ]=]')],
    strings: [...quoted, around('x([[\n-- ', ']])'), around('x([=[\n-- ', ']] ]=])')],
    code: ['a = b[c[1]] - 2\n'],
  },
  hs: {
    comments: [line('--'), around('{- ', ' -}'), around('{- {- -}\n', ' -}')],
    strings: [around('x "', ' \\" "')],
    code: ["f' = foldl' g '\"'\n", 'a = b --> c\n'],
  },
  html: {
    comments: [around('<!-- ', ' -->'), around('<script>\n// ', '\n</script>')],
    strings: [around('<script>x("<!-- ', ' -->");</script>'), around('<p>', '</p>')],
    code: ['<p class="a">it\'s</p>\n'],
  },
  yaml: {
    comments: [line('#'), line('a: b #')],
    strings: [around('a: "# ', ' \\" "'), around("a: '# ", " '' '"), around('a: b#', '')],
    code: ["a: it's\n"],
  },
};

type Piece =
  | { readonly kind: 'comment' | 'string'; readonly form: number; readonly tag: number; readonly id: number }
  | { readonly kind: 'code'; readonly form: number };

const TAGS: readonly ((id: string) => string)[] = [
  (id) => `@req ${id}`,
  (id) => `Implements: ${id}`,
  (id) => `Verifies: ${id} and more`,
  (id) => `@requirement ${id}, which is ORCH-9999`,
];

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('comment' as const, 'string' as const),
    form: fc.nat(9),
    tag: fc.nat(TAGS.length - 1),
    id: fc.integer({ min: 1000, max: 9998 }),
  }),
  fc.record({ kind: fc.constant('code' as const), form: fc.nat(9) }),
);

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** A source, and the places of the ids that count in it. */
function sourceOf({ comments, strings, code }: Forms, pieces: readonly Piece[]) {
  let text = '';
  const expected: string[] = [];
  for (const each of pieces) {
    if (each.kind === 'code') {
      text += at(code, each.form);
      continue;
    }
    const id = `ORCH-${each.id}`;
    const written = at(each.kind === 'comment' ? comments : strings, each.form)(at(TAGS, each.tag)(id));
    if (each.kind === 'comment') {
      const before = text + written.slice(0, written.indexOf(id));
      expected.push(`${before.split('\n').length}:${before.length - before.lastIndexOf('\n')} ${id}`);
    }
    text += written;
  }
  return { text, expected };
}

describe('sources that are made of comments, strings and code', () => {
  it.each(Object.keys(LANGUAGES))('%s: ids are found exactly where they count', (language) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { text, expected } = sourceOf(LANGUAGES[language] as Forms, pieces);
        const { tags } = read({ file: `a.${language}`, text, kind: 'code' });
        expect(tags.map(({ id, position }) => `${position.line}:${position.column} ${id}`)).toEqual(expected);
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('any text in any language gives positions at which the id stands', () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom(
          '@req ORCH-2002',
          '//',
          '/*',
          '*/',
          '"',
          "'",
          '`',
          '${',
          '}',
          '#',
          '\n',
          '--',
          '"""',
          '<!--',
          'r#"',
          '\\',
          '😀',
          '/',
          '<<EOF\n',
          'EOF\n',
        ),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(LANGUAGES), 'txt'), text, (language, parts) => {
        const source = parts.join('');
        const lines = source.split('\n');
        for (const { id, position } of read({ file: `a.${language}`, text: source, kind: 'test' }).tags)
          expect(lines[position.line - 1]?.slice(position.column - 1)).toMatch(new RegExp(`^${id}`));
      }),
      { numRuns: 2000, seed: 12 },
    );
  });
});
