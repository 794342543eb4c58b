import { execFile } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { race, samplesOf, type Contender } from '../measuring/race';
import { median } from '../measuring/statistics';
import type { Benchmark, Row, Section, Settings } from '../model';
import { DOCUMENT, documentBytes, PACKAGES, TYPES, writeContractRoot } from '../roots/contract-root';
import { WORKSPACE } from '../roots/subject';
import { packedPlugin } from '../workspaces/packed-plugin';
import { withTemp } from '../workspaces/temp';

const execute = promisify(execFile);

/** Types of OpenAPI documents against the generator's own command line, and `validate` of many documents. */
export const openapi: Benchmark = {
  summary:
    "regen-openapi of one and of 20 documents against openapi-typescript's own command line, validate of 100 (--size for more)",
  run: (settings) => withTemp('openapi', (directory) => measure(directory, settings)),
};

const ONE_GOAL = 1.1;
const BATCH_GOAL = 1;
const BATCH = 20;
const VALIDATED = 100;

const CLI = join(WORKSPACE, 'dist/plugins/nx/dist/fixpoint.js');
const BATCH_PROCESS = join(WORKSPACE, 'tools/bench/openapi.cjs');
const GENERATOR = join(PACKAGES, 'openapi-typescript/bin/cli.js');

async function measure(directory: string, settings: Settings): Promise<Section[]> {
  packedPlugin();
  const size = settings.size ?? VALIDATED;
  const groups = { one: 1, batch: BATCH, validated: size };
  symlinkSync(PACKAGES, join(directory, 'node_modules'), 'dir');
  for (const [group, count] of Object.entries(groups)) {
    for (let index = 0; index < count; index++) writeContractRoot(join(directory, group, `r${index}`), index);
  }
  writeRedocly(join(directory, 'batch'));
  settings.log('openapi, measuring');
  const generated = await race(contendersOf(directory), {
    rounds: settings.rounds,
    // Every case is a process of its own.
    warmUp: 0,
  });
  const peaks: number[] = [];
  await batch('regen-openapi', join(directory, 'validated'));
  settings.log(`openapi, validating ${size} documents`);
  const validated = await race(
    [
      {
        name: 'validate',
        run: async () => peaks.push(await batch('validate', join(directory, 'validated'))),
      },
    ],
    { rounds: settings.rounds, warmUp: 0 },
  );
  const kilobytes = Math.round(documentBytes(join(directory, 'one/r0')) / 1000);
  return [
    {
      title: `openapi: types of documents of ${kilobytes} KB`,
      rows: [
        ...rowsOf((name) => samplesOf(generated, name)),
        {
          name: `validate, ${size} documents in one process`,
          samples: samplesOf(validated, 'validate'),
          facts: {
            'documents per second': perSecond(size, samplesOf(validated, 'validate')),
            'peak memory': `${Math.round(median(peaks) / 1e6)} MB`,
          },
        },
      ],
      notes: NOTES,
    },
  ];
}

const NOTES = [
  'every case is a process of its own, started without npx; cold: no output is there; warm: the outputs are there already',
  'ours also validates the document, checks that every schema has its type and writes a manifest',
  'the 20 documents are one redocly.yaml for the generator, and 20 projects in one batch for us',
];

/** All documents of a batch as the generator takes them. */
function writeRedocly(directory: string): void {
  const apis = Array.from({ length: BATCH }, (_, index) => {
    const root = `r${index}/${DOCUMENT}`;
    return `  api${index}:\n    root: ${root}\n    x-openapi-ts:\n      output: theirs/${index}.ts\n`;
  });
  writeFileSync(join(directory, 'redocly.yaml'), `apis:\n${apis.join('')}`);
}

function contendersOf(directory: string): Contender[] {
  const [one, many] = [join(directory, 'one/r0'), join(directory, 'batch')];
  const node = (args: readonly string[], cwd: string) => execute(process.execPath, args, { cwd });
  const runs: Readonly<Record<string, () => Promise<unknown>>> = {
    'ours one': () => node([CLI, 'regen-openapi', '--root', '.'], one),
    'theirs one': () => node([GENERATOR, DOCUMENT, '--output', 'theirs.ts'], one),
    'ours batch': () => batch('regen-openapi', many),
    'theirs batch': () => node([GENERATOR], many),
  };
  return Object.entries(runs).flatMap(([name, run]): Contender[] => [
    { name: `${name} cold`, prepare: () => removeOutputs(one, many), run },
    { name: `${name} warm`, prepare: () => run().then(() => undefined), run },
  ]);
}

function removeOutputs(one: string, many: string): void {
  const ours = [one, ...Array.from({ length: BATCH }, (_, index) => join(many, `r${index}`))];
  const outputs = ours.flatMap((root) => [join(root, TYPES), join(root, 'contracts.generated.json')]);
  for (const output of [...outputs, join(one, 'theirs.ts'), join(many, 'theirs')]) {
    rmSync(output, { recursive: true, force: true });
  }
}

/** Runs a target over all roots of a directory in one process; gives the most memory it used, in bytes. */
async function batch(target: string, directory: string): Promise<number> {
  const { stdout } = await execute(process.execPath, [BATCH_PROCESS, target, directory]);
  return (JSON.parse(stdout) as { peakBytes: number }).peakBytes;
}

function rowsOf(samples: (name: string) => readonly number[]): Row[] {
  const cases = [
    { group: 'one', count: 1, goal: ONE_GOAL },
    { group: 'batch', count: BATCH, goal: BATCH_GOAL },
  ];
  return cases.flatMap(({ group, count, goal }) =>
    ['cold', 'warm'].map((state): Row => {
      const [ours, theirs] = [samples(`ours ${group} ${state}`), samples(`theirs ${group} ${state}`)];
      return {
        name: `regen-openapi, ${count === 1 ? 'one document' : `${count} documents`}, ${state}`,
        samples: ours,
        floor: { name: 'openapi-typescript', samples: theirs },
        goal,
        facts: {
          'documents per second': perSecond(count, ours),
          'the generator': perSecond(count, theirs),
        },
      };
    }),
  );
}

function perSecond(count: number, milliseconds: readonly number[]): string {
  return ((count * 1000) / median(milliseconds)).toFixed(1);
}
