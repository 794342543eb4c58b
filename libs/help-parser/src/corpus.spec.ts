import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHelpText, namesPath, normalizeHelpText, parseHelpPage } from '.';

// Pages of many real programs with their true surface from another source; not part of the repository.
const CORPUS = join(__dirname, '../../../../shared/data/help');
const CLAP = /^clap/;
const GOAL = 0.98;

interface Tool {
  readonly tool: string;
  readonly grade: string | null;
  readonly framework?: string;
}

interface Truth {
  readonly commands: readonly {
    readonly path: readonly string[];
    readonly flags: readonly string[];
    readonly subcommands?: readonly string[];
    readonly subcommand_aliases?: Readonly<Record<string, readonly string[]>>;
  }[];
}

interface Place {
  readonly shown: (name: string) => boolean;
  readonly where: string;
}

/** Counts of what was found and is true, what was found and is not, and what the page shows and was not found. */
class Score {
  found = 0;
  wrong = 0;
  missed = 0;
  readonly errors: string[] = [];

  add(found: ReadonlySet<string>, truth: ReadonlySet<string>, { shown, where }: Place): void {
    const wrong = [...found].filter((name) => !truth.has(name));
    const missed = [...truth].filter((name) => !found.has(name) && shown(name));
    this.found += found.size - wrong.length;
    this.wrong += wrong.length;
    this.missed += missed.length;
    this.errors.push(
      ...wrong.map((name) => `+ ${where} ${name}`),
      ...missed.map((name) => `- ${where} ${name}`),
    );
  }

  get recall(): number {
    return this.found / Math.max(1, this.found + this.missed);
  }

  get precision(): number {
    return this.found / Math.max(1, this.found + this.wrong);
  }

  toString(): string {
    return `${this.recall.toFixed(3)} / ${this.precision.toFixed(3)} (${this.found})`;
  }
}

interface Measure {
  readonly flags: Score;
  readonly commands: Score;
  readonly dialects: Set<string>;
  pages: number;
  refused: number;
}

function measure(tool: string): Measure {
  const truth = JSON.parse(readFileSync(join(CORPUS, 'truth', `${tool}.json`), 'utf8')) as Truth;
  const result = {
    flags: new Score(),
    commands: new Score(),
    dialects: new Set<string>(),
    pages: 0,
    refused: 0,
  };
  for (const command of truth.commands) {
    const file = join(
      CORPUS,
      'pages',
      tool,
      `${command.path.length > 0 ? command.path.join('/') : '_root'}.txt`,
    );
    if (!existsSync(file)) continue;
    const text = normalizeHelpText(readFileSync(file));
    if (!isHelpText(text)) continue;
    const page = parseHelpPage(text, { path: command.path });
    const where = command.path.join(' ');
    result.pages++;
    result.dialects.add(page.dialect);
    if (!namesPath(page, command.path)) result.refused++;
    const flags = page.flags.flatMap((flag) =>
      [flag.long ?? [], flag.short ?? [], flag.aliases ?? []].flat(),
    );
    result.flags.add(new Set(flags), new Set(command.flags), { shown: leftSides(text), where });
    const aliases = Object.values(command.subcommand_aliases ?? {}).flat();
    const commands = page.subcommands.flatMap(({ name, aliases: others }) => [name, ...others]);
    const trueCommands = new Set([...(command.subcommands ?? []), ...aliases]);
    result.commands.add(new Set(commands), trueCommands, { shown: firstWords(text), where });
  }
  return result;
}

/**
 * The page shows a flag when it stands on the left side of a row: before two blanks, or alone on its line with other flags
 * and values. A line of prose may begin with a flag as well, and does not count.
 */
function leftSides(text: string): (flag: string) => boolean {
  const rows = text.split('\n').filter((line) => /^\s*-/.test(line));
  const sides = rows.flatMap((row) => {
    const [side = '', ...rest] = row.trim().split('  ');
    const isRow =
      rest.length > 0 || side.split(/[\s,]+/).every((word) => /^-|[<>[\]]|^[A-Z0-9_]+$/.test(word));
    return isRow ? [side] : [];
  });
  const words = new Set(sides.flatMap((side) => side.split(/[\s,=<>[\]|]+/)));
  return (flag) => words.has(flag);
}

function firstWords(text: string): (command: string) => boolean {
  const words = new Set(
    text.split('\n').flatMap((line) => (/^\s+\S/.test(line) ? [line.trim().split(/[\s,]/, 1)[0]] : [])),
  );
  return (command) => words.has(command);
}

const tools = existsSync(CORPUS)
  ? (JSON.parse(readFileSync(join(CORPUS, 'index.json'), 'utf8')) as Tool[]).filter(
      ({ grade }) => grade !== null,
    )
  : [];
const clapTools = tools.filter(({ framework }) => CLAP.test(framework ?? ''));
const withCorpus = tools.length > 0 ? describe : describe.skip;
if (tools.length === 0) console.info(`no corpus of help pages at ${CORPUS}: its suite is skipped`);

withCorpus('the corpus of real pages', () => {
  const measures = new Map(tools.map(({ tool }) => [tool, measure(tool)]));

  afterAll(() => {
    const rows = tools.map(({ tool, grade, framework }) => {
      const { flags, commands, pages, refused, dialects } = measures.get(tool) as Measure;
      return [
        tool,
        grade,
        framework,
        pages,
        refused,
        `${flags}`,
        `${commands}`,
        [...dialects].join('+'),
      ].join(' | ');
    });
    console.info(
      ['tool | grade | framework | pages | refused | flags | commands | dialects', ...rows].join('\n'),
    );
  });

  it.each(clapTools.filter(({ grade }) => grade === 'A').map(({ tool }) => tool))(
    '%s: flags and commands',
    (tool) => {
      const { flags, commands, refused, dialects, pages } = measures.get(tool) as Measure;
      expect([...dialects]).toEqual(['clap']);
      expect(pages).toBeGreaterThan(0);
      expect(refused).toBe(0);
      for (const score of [flags, commands].filter(({ found, missed }) => found + missed > 0)) {
        expect(score.recall < GOAL || score.precision < GOAL ? score.errors : []).toEqual([]);
      }
    },
  );

  // The truth of these leaves out flags that the pages list, so only what was not found counts.
  it.each(clapTools.filter(({ grade }) => grade !== 'A').map(({ tool }) => tool))(
    '%s: nothing is missed',
    (tool) => {
      const { flags, commands } = measures.get(tool) as Measure;
      expect(flags.recall).toBeGreaterThanOrEqual(GOAL);
      expect(commands.recall).toBeGreaterThanOrEqual(GOAL);
    },
  );

  it('is read well without a dialect of its own, too', () => {
    const others = tools.filter(({ grade, framework }) => grade === 'A' && !CLAP.test(framework ?? ''));
    const scores = others.map(({ tool }) => (measures.get(tool) as Measure).flags);
    const sum = (key: 'found' | 'wrong' | 'missed'): number =>
      scores.reduce((total, score) => total + score[key], 0);
    expect(sum('found') / (sum('found') + sum('missed'))).toBeGreaterThan(0.9);
    expect(sum('found') / (sum('found') + sum('wrong'))).toBeGreaterThan(0.9);
  });
});
