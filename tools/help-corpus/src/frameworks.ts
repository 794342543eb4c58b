/** Which grammar the pages of a framework are written in; the first row that matches counts. */
const GRAMMARS: readonly (readonly [RegExp, string])[] = [
  [/^clap/, 'clap'],
  [/^commander/, 'commander'],
  [/^yargs/, 'yargs'],
  [/^cobra/, 'cobra'],
  [/^oclif/, 'oclif'],
  [/^argparse/, 'argparse'],
  [/^optparse/, 'optparse'],
  [/^(?:click|typer)/, 'click'],
  [/^go[ -]flag/i, 'go-flag'],
  [/^(?:GNU getopt|git parse-options)/, 'getopt'],
  [/^docopt/, 'docopt'],
  [/^cac/, 'cac'],
  [/^citty/, 'citty'],
  [/^picocli/, 'picocli'],
  [/^(?:calliope|man page)/, 'man'],
  [/^sade/, 'sade'],
  [/^clipanion/, 'clipanion'],
];

/** The dialect id for a framework as the corpus names it; `generic` for those without a grammar of their own. */
export function grammarOf(framework: string | undefined): string {
  return GRAMMARS.find(([pattern]) => pattern.test(framework ?? ''))?.[1] ?? 'generic';
}
