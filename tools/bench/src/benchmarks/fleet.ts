import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FLEET_TARGETS, type FleetRecord } from '../fleet-process';
import type { Benchmark, Row, Section, Settings } from '../model';
import { makeFleet } from '../roots/fleet';
import { withTemp } from '../workspaces/temp';

const execute = promisify(execFile);

/** The whole pipeline over tenth and whole of a fleet: what years of many tools cost in one batch. */
export const fleet: Benchmark = {
  summary:
    'union, report and validate of 100 tools with 50 versions on 4 targets in one process, against a tenth',
  run: (settings) => withTemp('fleet', (directory) => measure(directory, settings)),
};

const TOOLS = 100;
const VERSIONS = 50;
const TENTH = 10;

async function measure(directory: string, settings: Settings): Promise<Section[]> {
  const tools = settings.size ?? TOOLS;
  const counts = [Math.ceil(tools / TENTH), tools];
  const records: FleetRecord[] = [];
  for (const count of counts) {
    settings.log(`fleet, ${count} tools: writing snapshots`);
    const roots = join(directory, `f${count}`);
    makeFleet(roots, { tools: count, versions: VERSIONS });
    settings.log(`fleet, ${count} tools: running`);
    records.push(await run(roots));
  }
  const [tenth, whole] = records as [FleetRecord, FleetRecord];
  return [
    {
      title: `fleet: ${tools} tools, ${VERSIONS} versions, 4 targets, per tool`,
      rows: FLEET_TARGETS.map((target) => rowOf(target, { tenth, whole, counts })),
      notes: [
        'one process a size and one round: a long run is its own average',
        `peak memory: ${megabytes(tenth)} for ${counts[0]} tools, ${megabytes(whole)} for ${counts[1]}`,
        'snapshots are those of the real tools of this repository in turn, relabelled and thinned out differently',
      ],
    },
  ];
}

async function run(roots: string): Promise<FleetRecord> {
  const { stdout } = await execute(process.execPath, [join(__dirname, '../../fleet.cjs'), roots]);
  return JSON.parse(stdout) as FleetRecord;
}

interface Sizes {
  readonly tenth: FleetRecord;
  readonly whole: FleetRecord;
  readonly counts: readonly number[];
}

function rowOf(target: (typeof FLEET_TARGETS)[number], { tenth, whole, counts }: Sizes): Row {
  const [few = 1, many = 1] = counts;
  return {
    name: target,
    samples: [whole.milliseconds[target] / many],
    floor: { name: `${target} of ${few} tools, per tool`, samples: [tenth.milliseconds[target] / few] },
    facts: { 'seconds in all': (whole.milliseconds[target] / 1000).toFixed(1) },
  };
}

function megabytes({ peakBytes }: FleetRecord): string {
  return `${Math.round(peakBytes / 1e6)} MB`;
}
