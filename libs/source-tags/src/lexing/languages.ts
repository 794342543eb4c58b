import type {
  BlockComment,
  Hole,
  Language,
  LexicalRule,
  LineComment,
  SkipRule,
  StringRule,
} from './language';

const line = (open: string): LineComment => ({ kind: 'line', open });
const block = (open: string, close: BlockComment['close'], nested?: string): BlockComment => ({
  kind: 'block',
  open,
  close,
  ...(nested !== undefined && { nested }),
});
/** A string on one line, with backslashes. */
const short = (quote: string, more: Partial<StringRule> = {}): StringRule => ({
  kind: 'string',
  open: quote,
  close: quote,
  escape: 'backslash',
  ...more,
});
const long = (quote: string, more: Partial<StringRule> = {}): StringRule =>
  short(quote, { multiline: true, ...more });
/** A string that ends where its closing stands, whatever comes before it. */
const raw = (open: string, close: StringRule['close']): StringRule => ({
  kind: 'string',
  open,
  close,
  multiline: true,
});

const dollar: Hole = { open: '${', deeper: '{', close: '}' };
const pound: Hole = { open: '#{', deeper: '{', close: '}' };
const slashes = line('//');
const stars = block('/\\*', '*/');
const nestedStars = block('/\\*', '*/', '/*');
const triples = [long('"""'), long("'''")];
const quotes = [short('"'), short("'")];
const longQuotes = [long('"'), long("'")];
/** One character between quotes; a quote that begins a lifetime, or stands between digits, begins none. */
const character: LexicalRule = {
  kind: 'literal',
  open: "'(?:\\\\(?:u\\{[0-9A-Fa-f_]{1,8}\\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{1,4}|[0-7]{1,3}|.)|[^\\\\'\\n])'",
};
const escaped: LexicalRule = { kind: 'literal', open: '\\\\.' };
const hashes = (opened: string): string =>
  `"${'#'.repeat(opened.length - opened.replaceAll('#', '').length)}`;

const SPECS = 'it|describe|context|specify|test|scenario|feature';

const javascript: Language = {
  rules: [slashes, stars, ...quotes, long('`', { hole: dollar }), { kind: 'slashes', open: '/' }],
  titles: {
    heads: `(?<![\\w$.#])(?:(?:Deno|t)\\.)?(?:[xf]?(?:${SPECS})|suite|bench)(?:\\.[A-Za-z]{1,20}){0,4}`,
  },
};
const c: Language = {
  rules: [
    slashes,
    stars,
    raw(
      '(?:u8|[uUL])?R"[^\\s()\\\\"]{0,16}\\(',
      (opened) => `)${opened.slice(opened.indexOf('"') + 1, -1)}"`,
    ),
    short('"'),
    character,
  ],
  titles: {
    heads: '\\b(?:TEMPLATE_)?(?:TEST_CASE|SCENARIO|SECTION|SUBCASE|GIVEN|WHEN|THEN)',
    all: true,
  },
};
/** JUnit, kotlin.test, TestNG: those with a condition (`@DisabledOnOs`) have other names. */
const disabled: SkipRule = { annotations: '@(?:\\w{1,40}\\.){0,6}(?:Disabled|Ignore)\\b' };
const java: Language = {
  rules: [slashes, stars, long('"""'), short('"'), character],
  titles: { heads: '@DisplayName' },
  skips: disabled,
};
const kotlin: Language = {
  rules: [
    slashes,
    nestedStars,
    { ...raw('"""', '"""'), hole: dollar },
    short('"', { hole: dollar }),
    { ...raw('`', '`'), multiline: false },
    character,
  ],
  titles: { heads: `@DisplayName|\\bfun|(?<![\\w.])(?:${SPECS}|should|given|expect)`, bare: true },
  skips: disabled,
};
const scala: Language = {
  rules: [slashes, nestedStars, raw('"""', '"""'), short('"'), character],
  titles: { heads: `(?<![\\w.])(?:${SPECS}|property)|@DisplayName` },
  skips: disabled,
};
const groovy: Language = {
  rules: [slashes, stars, ...triples, ...quotes],
  titles: { heads: '\\bdef|@DisplayName', bare: true },
  skips: disabled,
};
const csharp: Language = {
  rules: [
    slashes,
    stars,
    raw('\\$*"{3,20}', (opened) => opened.replace(/^\$+/, '')),
    { ...raw('(?:\\$@|@\\$|@)"', '"'), escape: 'doubled' },
    short('"'),
    character,
  ],
  titles: { heads: '\\b(?:DisplayName|TestName|Description)\\s{0,20}=', bare: true },
  skips: {
    annotations:
      '\\[\\s{0,20}(?:\\w{1,40}(?:Fact|Theory)|Fact|Theory)\\s{0,20}\\([^()[\\]]{0,200}?\\bSkip\\s{0,20}=\\s{0,20}"|' +
      '\\[\\s{0,20}(?:(?:Test|TestMethod)\\s{0,20},\\s{0,20})?Ignore\\s{0,20}[(\\],]',
  },
};
const go: Language = {
  rules: [slashes, stars, raw('`', '`'), short('"'), character],
  titles: { heads: '\\b[tbf]\\.Run|(?<![\\w.])(?:Describe|Context|When|It|Specify)' },
  skips: {
    statements: '\\b[tbf]\\.Skip(?:f|Now)?\\(',
    functions:
      '\\bfunc\\s{0,8}(?:(?:Test|Benchmark|Fuzz)\\w{0,200})?\\(\\s{0,8}\\w{1,40}\\s{1,8}\\*testing\\.[TBF]\\s{0,8}\\)',
  },
};
const rust: Language = {
  rules: [slashes, nestedStars, raw('\\b[bc]?r#{0,200}"', hashes), long('"'), character],
  marksTest: '#\\[(?:\\w{1,40}::){0,3}test\\b',
  skips: { annotations: '#\\[\\s{0,20}ignore\\b' },
};
const swift: Language = {
  rules: [
    slashes,
    nestedStars,
    raw('#{1,20}"""', (opened) => `""${hashes(opened)}`),
    raw('#{1,20}"', hashes),
    long('"""', { hole: { open: '\\(', deeper: '(', close: ')' } }),
    short('"', { hole: { open: '\\(', deeper: '(', close: ')' } }),
  ],
  titles: { heads: '@(?:Test|Suite)|(?<![\\w.])(?:it|describe|context)' },
};
const dart: Language = {
  rules: [
    slashes,
    nestedStars,
    raw('\\br"""', '"""'),
    raw("\\br'''", "'''"),
    { ...raw('\\br"', '"'), multiline: false },
    { ...raw("\\br'", "'"), multiline: false },
    ...triples.map((rule) => ({ ...rule, hole: dollar })),
    ...quotes.map((rule) => ({ ...rule, hole: dollar })),
  ],
  titles: { heads: '(?<![\\w.])(?:test|group|testWidgets|blocTest|testGoldens)' },
};
const php: Language = {
  rules: [
    slashes,
    line('#(?!\\[)'),
    stars,
    { kind: 'heredoc', open: '<<<[ \\t]{0,20}["\']?\\w{1,100}["\']?' },
    ...longQuotes,
  ],
  titles: { heads: '(?<![\\w>$:])(?:it|test|describe)' },
  skips: {
    statements: '[;{}]\\s{0,200}(?:\\$this->|(?:self|static)::)markTest(?:Skipped|Incomplete)\\(',
    functions: '\\bfunction\\s{1,8}\\w{1,200}\\s{0,8}\\([^()]{0,400}\\)\\s{0,8}(?::\\s{0,8}\\w{1,40})?',
  },
};
const python: Language = {
  rules: [
    line('#'),
    // A text that is a statement is documentation.
    block('(?<=^[ \\t]{0,100}[rR]?)"""', '"""'),
    block("(?<=^[ \\t]{0,100}[rR]?)'''", "'''"),
    ...triples,
    ...quotes,
  ],
  skips: {
    annotations:
      '^[^\\S\\n]{0,100}@(?:unittest\\.skip|(?:pytest\\.)?mark\\.skip|skip)(?:\\b(?!\\.)|[iI]f\\(\\s{0,20}True\\b)',
    block: 'indented',
    file: '^pytestmark\\s{0,8}=\\s{0,8}pytest\\.mark\\.skip\\b',
  },
};
const ruby: Language = {
  rules: [
    line('#'),
    block('^=begin\\b', '\n=end'),
    { kind: 'heredoc', open: '(?<!<)<<[~-]?["\']?[A-Z_]\\w{0,100}["\']?' },
    ...['()', '[]', '{}'].map(([open = '', close = '']) => raw(`(?<!\\w)%[qQwWiI]\\${open}`, close)),
    long('"', { hole: pound }),
    long("'"),
  ],
  titles: { heads: `(?<![\\w.:@])(?:RSpec\\.)?[xf]?(?:${SPECS}|example|should)`, bare: true },
};
const shell: Language = {
  rules: [
    line('(?<=^|[\\s;&|()])#'),
    escaped,
    { kind: 'heredoc', open: '(?<!<)<<-?[ \\t]{0,20}\\\\?["\']?[A-Za-z_]\\w{0,100}["\']?' },
    { ...long("\\$'"), close: "'" },
    long('"'),
    raw("'", "'"),
  ],
  titles: { heads: '@test', bare: true },
};
const perl: Language = {
  rules: [
    line('(?<=^|[\\s;{}()])#'),
    block('^=[a-z]\\w{0,40}', '\n=cut'),
    { kind: 'heredoc', open: '(?<!<)<<~?["\']?[A-Z_]\\w{0,100}["\']?' },
    ...longQuotes,
  ],
  titles: { heads: '(?<![\\w>$:])(?:subtest|describe|it)', bare: true },
};
const elixir: Language = {
  rules: [
    line('#'),
    block('@(?:module|type)?doc[ \\t]{1,20}(?:~[sS])?"""', '"""'),
    ...triples,
    long('"', { hole: pound }),
    long("'"),
  ],
  titles: { heads: '(?<![\\w.:@])(?:test|describe|feature|property|scenario)', bare: true },
};
const r: Language = {
  rules: [line('#'), ...longQuotes],
  titles: { heads: '(?<![\\w.$])(?:test_that|describe|it)' },
};
const lua: Language = {
  rules: [
    block('--\\[={0,20}\\[', (opened) => opened.slice(2).replaceAll('[', ']')),
    line('--'),
    raw('\\[={0,20}\\[', (opened) => opened.replaceAll('[', ']')),
    ...quotes,
  ],
  titles: { heads: '(?<![\\w.:])(?:it|describe|context|test)', bare: true },
};
const haskell: Language = {
  rules: [block('\\{-', '-}', '{-'), line('-{2,200}(?![!#$%&*+./<=>?@\\\\^|~:-])'), short('"'), character],
  titles: {
    heads: "(?<![\\w.'])(?:it|describe|context|specify|prop|test(?:Case|Group|Property))",
    bare: true,
  },
};
const sql: Language = {
  rules: [
    line('--'),
    nestedStars,
    raw('\\$\\w{0,60}\\$', (opened) => opened),
    long("'", { escape: 'doubled' }),
    long('"', { escape: 'doubled' }),
  ],
};
const powershell: Language = {
  rules: [
    block('<#', '#>'),
    line('#'),
    raw('@"$', '\n"@'),
    raw("@'$", "\n'@"),
    long('"', { escape: 'doubled' }),
    long("'", { escape: 'doubled' }),
  ],
  titles: { heads: '(?<![\\w.-])(?:It|Describe|Context)', bare: true },
};
const yaml: Language = {
  rules: [
    line('(?<=^|\\s)#'),
    { ...short('"'), open: '(?<=^|[\\s[{,:(-])"' },
    { ...short("'", { escape: 'doubled' }), open: "(?<=^|[\\s[{,:(-])'" },
  ],
};
const toml: Language = { rules: [line('#'), ...triples, short('"'), { ...raw("'", "'"), multiline: false }] };
const ini: Language = { rules: [line('(?<=^[ \\t]{0,100})[#;!]')] };
const make: Language = { rules: [escaped, line('#')] };
const dockerfile: Language = { rules: [line('(?<=^[ \\t]{0,100})#')] };
const terraform: Language = { rules: [line('#'), slashes, stars, short('"', { hole: dollar })] };
const graphql: Language = { rules: [line('#'), block('"""', '"""'), short('"')] };
const julia: Language = { rules: [block('#=', '=#', '#='), line('#'), long('"""'), long('"'), character] };
const gherkin: Language = { rules: [line('(?<=^[ \\t]{0,100})#'), long('"""'), long('```')] };
const lisp: Language = { rules: [escaped, line(';'), long('"')] };
const percent: Language = { rules: [line('(?<!\\\\)%')] };
const css: Language = { rules: [stars, ...quotes] };
const scss: Language = { rules: [slashes, stars, ...quotes] };
const protobuf: Language = { rules: [slashes, stars, ...quotes] };

/** What is inside of markup by the name of its element. */
export const EMBEDDED: Readonly<Record<string, Language>> = { script: javascript, style: scss };

/** Text between tags, with `<!-- -->`, scripts and styles. */
export const MARKUP = 'markup';

const BY_ENDING: readonly (readonly [string, Language | typeof MARKUP])[] = [
  ['ts tsx mts cts js jsx mjs cjs json jsonc json5', javascript],
  ['c h cc cpp cxx hpp hh hxx m mm ino cu', c],
  ['java', java],
  ['kt kts', kotlin],
  ['scala sc sbt', scala],
  ['groovy gradle', groovy],
  ['cs', csharp],
  ['go', go],
  ['rs', rust],
  ['swift', swift],
  ['dart', dart],
  ['php', php],
  ['py pyi bzl star', python],
  ['rb rake gemspec', ruby],
  ['sh bash zsh ksh bats', shell],
  ['pl pm t', perl],
  ['ex exs', elixir],
  ['r R', r],
  ['lua', lua],
  ['hs elm purs', haskell],
  ['sql', sql],
  ['ps1 psm1 psd1', powershell],
  ['yaml yml', yaml],
  ['toml', toml],
  ['ini cfg conf properties env editorconfig', ini],
  ['mk', make],
  ['dockerfile', dockerfile],
  ['tf hcl', terraform],
  ['graphql gql', graphql],
  ['jl', julia],
  ['feature', gherkin],
  ['clj cljs cljc lisp el scm', lisp],
  ['erl hrl tex', percent],
  ['css', css],
  ['scss less', scss],
  ['proto sol zig', protobuf],
  ['html htm xhtml xml svg vue svelte astro md', MARKUP],
];

const BY_NAME: Readonly<Record<string, Language>> = {
  dockerfile,
  makefile: make,
  gnumakefile: make,
  rakefile: ruby,
  gemfile: ruby,
  jenkinsfile: groovy,
};

const languages = new Map(
  BY_ENDING.flatMap(([endings, language]) => endings.split(' ').map((ending) => [ending, language] as const)),
);

/** The language of a file by its name; undefined for one that is not known, which is read as plain text. */
export function languageOf(file: string): Language | typeof MARKUP | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const byName = Object.hasOwn(BY_NAME, name.toLowerCase()) ? BY_NAME[name.toLowerCase()] : undefined;
  return byName ?? languages.get(name.slice(name.lastIndexOf('.') + 1));
}
