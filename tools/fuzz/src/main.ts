import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import { fuzzHelp, makeInput } from './fuzz-help';

const FIXTURES = join(__dirname, '../../../libs/help-parser/fixtures/pages');

interface Options {
  readonly minutes: string;
  readonly seed: string;
  readonly pages: readonly string[];
  readonly save?: string;
}

const { minutes, seed, pages, save } = new Command('fuzz')
  .description('Reads mutated help pages and random bytes; ends with 1 when a reader threw')
  .option('--minutes <n>', 'how long', '10')
  .option('--seed <n>', 'the first seed; each input has the next', '1')
  .option('--pages <dir...>', 'directories of .txt pages to start from', [FIXTURES])
  .option('--save <file>', 'write the input of the first seed and read nothing')
  .parse()
  .opts<Options>();

const texts = pages.flatMap((directory) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(directory, name))
    .filter((file) => file.endsWith('.txt') && statSync(file).isFile())
    .map((file) => readFileSync(file)),
);
if (save !== undefined) writeFileSync(save, makeInput(texts, Number(seed)));
else {
  const end = performance.now() + Number(minutes) * 60_000;
  const report = fuzzHelp({
    pages: texts,
    firstSeed: Number(seed),
    isOver: () => performance.now() >= end,
    clock: () => performance.now(),
  });
  const { slowest } = report;
  process.stdout.write(
    `${report.inputs} inputs from ${texts.length} pages in ${minutes} min: ${report.crashes.length} crashes\n` +
      `slowest: ${slowest.ms.toFixed(0)} ms for ${slowest.bytes} bytes (seed ${slowest.seed}, dialect ${slowest.dialect})\n`,
  );
  for (const crash of report.crashes.slice(0, 20))
    process.stdout.write(`seed ${crash.seed}, dialect ${crash.dialect}: ${crash.error}\n`);
  process.exitCode = report.crashes.length > 0 ? 1 : 0;
}
