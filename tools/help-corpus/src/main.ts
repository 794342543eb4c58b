import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { type CorpusTool, readAll, readCorpus } from './corpus';
import { grammarOf } from './frameworks';
import { measureTool } from './measure-tool';
import { MEASUREMENTS, renderMeasurement } from './measurement-files';
import { printErrors, printTable } from './print-table';

interface Options {
  readonly corpus?: string;
  readonly tool?: string;
  readonly dialect?: string;
  readonly errors?: true;
  readonly write?: true;
}

const { corpus, tool, dialect, errors, write } = new Command('help-corpus')
  .option('--corpus <dir>', 'pages, truth and index of another corpus than the shared and the recorded one')
  .option('--tool <name>', 'one tool only')
  .option('--dialect <id>', 'the tools whose framework prints this grammar')
  .option('--errors', 'print every unit that was missed (-) or is not true (+)')
  .option('--write', 'commit the measurement to tools/help-corpus/measurements')
  .parse()
  .opts<Options>();

const tools = corpus === undefined ? known() : readCorpus(corpus);
if (tools === undefined) {
  process.stderr.write(`error: ${corpus} holds no corpus: index.json is missing\n`);
  process.exitCode = 3;
} else {
  const chosen = tools
    .filter((row) => tool === undefined || row.tool === tool)
    .filter((row) => dialect === undefined || grammarOf(row.framework) === dialect);
  const measurements = chosen.map(measureTool);
  process.stdout.write(printTable(measurements));
  if (errors === true) process.stdout.write(`\n${printErrors(measurements)}`);
  if (write === true) {
    mkdirSync(MEASUREMENTS, { recursive: true });
    for (const measurement of measurements)
      writeFileSync(join(MEASUREMENTS, `${measurement.tool}.json`), renderMeasurement(measurement));
  }
}

function known(): readonly CorpusTool[] {
  const all = readAll();
  return [...(all.corpus ?? []), ...all.recorded];
}
