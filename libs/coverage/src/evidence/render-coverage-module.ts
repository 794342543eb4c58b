import type {
  CoverageDeclaration,
  WrapperCommand,
  WrapperFlag,
  WrapperScope,
} from '@fixpoint/surface-formats';

/** A TypeScript module that exports a declaration as literal data, to be kept by hand from then on. */
export function renderCoverageModule(declaration: CoverageDeclaration, exportName = 'coverage'): string {
  const version = declaration.wrapper_version;
  return [
    '/** What the wrapper covers of the upstream surface; wrapper_coverage.json is derived from it. */',
    `export const ${exportName} = {`,
    '  schema_version: 1,',
    ...(version === undefined ? [] : [`  wrapper_version: ${quote(version)},`]),
    '  coverage: [',
    ...declaration.coverage.flatMap(renderCommand),
    '  ],',
    '} as const;',
    '',
  ].join('\n');
}

function renderCommand(command: WrapperCommand): string[] {
  const { path, flags = [], args = [] } = command;
  const head = [`path: ${quoteList(path)}`, ...renderCommon(command)];
  if (flags.length === 0 && args.length === 0) return [`    { ${head.join(', ')} },`];
  return [
    '    {',
    ...head.map((property) => `      ${property},`),
    ...renderList(
      'flags',
      flags.map((flag) => [`key: ${quote(flag.key)}`, ...renderCommon(flag)]),
    ),
    ...renderList(
      'args',
      args.map((arg) => [`name: ${quote(arg.name)}`, ...renderCommon(arg)]),
    ),
    '    },',
  ];
}

function renderList(name: string, entries: readonly (readonly string[])[]): string[] {
  if (entries.length === 0) return [];
  return [
    `      ${name}: [`,
    ...entries.map((properties) => `        { ${properties.join(', ')} },`),
    '      ],',
  ];
}

function renderCommon({ level, note, scope }: Pick<WrapperFlag, 'level' | 'note' | 'scope'>): string[] {
  return [
    `level: ${quote(level)}`,
    ...(note === undefined ? [] : [`note: ${quote(note)}`]),
    ...(scope === undefined ? [] : [`scope: ${renderScope(scope)}`]),
  ];
}

function renderScope({ platforms, target_triples }: WrapperScope): string {
  const lists = [
    ...(platforms === undefined ? [] : [`platforms: ${quoteList(platforms)}`]),
    ...(target_triples === undefined ? [] : [`target_triples: ${quoteList(target_triples)}`]),
  ];
  return `{ ${lists.join(', ')} }`;
}

function quoteList(words: readonly string[]): string {
  return `[${words.map(quote).join(', ')}]`;
}

function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
