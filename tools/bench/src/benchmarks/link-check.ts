import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { extract } from 'tar';
import type { LinkRecord } from '../link-check-process';
import { race, samplesOf, type Contender } from '../measuring/race';
import { median } from '../measuring/statistics';
import type { Benchmark, Section, Settings } from '../model';
import { WORKSPACE } from '../roots/subject';
import { withTemp } from '../workspaces/temp';
import { compareReports } from './link-differences';

const execute = promisify(execFile);

/** Links of a public documentation tree against tokenising alone and two tools of the same trade. */
export const linkCheck: Benchmark = {
  summary: 'link-check of 536 files of public documentation against markdown-it alone and two other checkers',
  run: (settings) => withTemp('links', (directory) => measure(directory, settings)),
};

/** Packages that ship their documentation; the newest of them that do. */
const TREES = ['serverless@2.72.3', 'eslint-plugin-import@2.32.0'];
const TOOLS = ['remark-cli@12.0.1', 'remark-validate-links@13.1.0', 'markdown-link-check@3.15.0'];

const TOKENS_GOAL = 1.5;
const REMARK_GOAL = 0.25;
/** Milliseconds that 500 files may take, the start of the process included. */
const LIMIT_MS = 1_500;

/** Where everything is for one run. */
interface Setting {
  readonly tree: string;
  /** Our check and the tokeniser, bundled as they would be published. */
  readonly program: string;
  readonly tools: string;
}

async function measure(directory: string, settings: Settings): Promise<Section[]> {
  settings.log('link-check, fetching documentation and tools');
  const setting = await prepare(directory);
  const records: Record<'check' | 'tokens', LinkRecord[]> = { check: [], tokens: [] };
  let theirs = '';
  const contenders: Contender[] = [
    { name: 'start', run: () => execute(process.execPath, ['-e', '0']) },
    { name: 'check', run: async () => records.check.push(await record('check', setting)) },
    { name: 'tokens', run: async () => records.tokens.push(await record('tokens', setting)) },
    { name: 'remark', run: async () => (theirs = await remark(setting)) },
    { name: 'markdown-link-check', run: () => markdownLinkCheck(setting) },
  ];
  settings.log('link-check, measuring');
  // Every case is a process of its own.
  const samples = await race(contenders, { rounds: settings.rounds, warmUp: 1 });
  const timed = (kind: 'check' | 'tokens') => records[kind].slice(1).map(({ milliseconds }) => milliseconds);
  const { documents = 0, findings = [] } = records.check[0] ?? {};
  const { both, explained, unexplained } = compareReports(findings, theirs);
  const whole = samplesOf(samples, 'check');
  return [
    {
      title: `link-check: ${documents} files of ${TREES.join(' and ')}`,
      rows: [
        {
          name: 'in the process: find, read, check',
          samples: timed('check'),
          floor: { name: 'markdown-it: find, read, tokenise', samples: timed('tokens') },
          goal: TOKENS_GOAL,
          facts: { 'files per second': Math.round((documents * 1000) / median(timed('check'))) },
        },
        {
          name: 'the whole process',
          samples: whole,
          floor: { name: 'remark-validate-links', samples: samplesOf(samples, 'remark') },
          goal: REMARK_GOAL,
          facts: { [`under ${LIMIT_MS} ms`]: median(whole) < LIMIT_MS ? '✓' : '✗' },
        },
        {
          name: 'the whole process',
          samples: whole,
          floor: { name: 'markdown-link-check', samples: samplesOf(samples, 'markdown-link-check') },
        },
        { name: 'the start of a process alone', samples: samplesOf(samples, 'start') },
      ],
      notes: [
        'every case is a process of its own; the others are run by their own command lines, without npx and without URLs',
        'markdown-link-check follows no anchor into another file',
        `findings that remark-validate-links has as well: ${both}`,
        ...Object.entries(explained).map(([reason, count]) => `${count} × ${reason}`),
        unexplained.length === 0 ? 'no other difference' : `NOT EXPLAINED: ${unexplained.join(', ')}`,
      ],
    },
  ];
}

async function prepare(directory: string): Promise<Setting> {
  const [tree, tools, program] = [
    join(directory, 'tree'),
    join(directory, 'tools'),
    join(directory, 'links.cjs'),
  ];
  for (const name of TREES) {
    const into = join(tree, name.split('@')[0] as string);
    mkdirSync(into, { recursive: true });
    const { stdout } = await execute('npm', ['pack', '--silent', '--pack-destination', directory, name], {
      cwd: directory,
    });
    await extract({ file: join(directory, stdout.trim()), cwd: into, strip: 1 });
  }
  mkdirSync(tools);
  writeFileSync(join(tools, 'package.json'), '{"private": true}');
  await execute('npm', ['install', '--silent', '--ignore-scripts', '--no-audit', ...TOOLS], { cwd: tools });
  writeFileSync(
    join(tools, 'remark.mjs'),
    "import links from 'remark-validate-links';\nexport default { plugins: [[links, { repository: false }]] };\n",
  );
  const patterns = ['^https?:', '^mailto:'].map((pattern) => ({ pattern }));
  writeFileSync(join(tools, 'links.json'), JSON.stringify({ ignorePatterns: patterns }));
  bundle(program);
  return { tree, program, tools };
}

function bundle(outfile: string): void {
  buildSync({
    entryPoints: [join(WORKSPACE, 'tools/bench/src/link-check-process.ts')],
    bundle: true,
    minify: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
    tsconfig: join(WORKSPACE, 'tsconfig.base.json'),
    logLevel: 'error',
    outfile,
  });
}

const LARGE = { maxBuffer: 64 * 1024 * 1024 };

async function record(what: 'check' | 'tokens', { program, tree }: Setting): Promise<LinkRecord> {
  const { stdout } = await execute(process.execPath, [program, what, tree], LARGE);
  return JSON.parse(stdout) as LinkRecord;
}

/** What remark prints; warnings do not make it fail. */
async function remark({ tree, tools }: Setting): Promise<string> {
  const cli = join(tools, 'node_modules/remark-cli/cli.js');
  const options = [
    '--no-stdout',
    '--quiet',
    '--no-color',
    '--no-ignore',
    '--rc-path',
    join(tools, 'remark.mjs'),
  ];
  const { stderr } = await execute(process.execPath, [cli, '.', ...options], { ...LARGE, cwd: tree });
  return stderr;
}

async function markdownLinkCheck({ tree, tools }: Setting): Promise<void> {
  const cli = join(tools, 'node_modules/markdown-link-check/markdown-link-check');
  const args = [cli, '--quiet', '--config', join(tools, 'links.json'), '.'];
  // It fails when a link is dead, and some are.
  await execute(process.execPath, args, { ...LARGE, cwd: tree }).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== 1) throw error;
  });
}
