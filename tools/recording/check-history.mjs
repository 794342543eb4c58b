// Holds the committed diffs of a root against what its binaries print, without anything of the product: help pages and the
// completion script are read with a handful of patterns, and the states of commands and flags compared version by version.
//   node tools/recording/check-history.mjs libs/codex/cli_manifest <target triple> <version> <version> …
// The binaries must have been fetched before (fixpoint acquire). Prints one Markdown row for each pair and what differs; ends
// with 1 when anything does.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [root = '', target = '', ...versions] = process.argv.slice(2);

function run(binary, args) {
  const home = mkdtempSync(join(tmpdir(), 'check-history-'));
  const env = { HOME: home, COLUMNS: '100', NO_COLOR: '1', TERM: 'dumb', LANG: 'C.UTF-8' };
  try {
    return spawnSync(binary, args, { cwd: home, env, encoding: 'utf8', input: '', timeout: 30_000 });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function binaryOf(version) {
  const place = join(root, '.fixpoint/artifacts', version, target);
  const file = readdirSync(place, { recursive: true }).find((path) =>
    /^vendor\/.*\/codex\/?codex$|\/bin\/codex$/.test(path),
  );
  if (file === undefined)
    throw new Error(`no binary of ${version}: fixpoint acquire --root ${root} --version ${version}`);
  return resolve(place, file);
}

// `Commands:` lists names at two spaces; definitions of flags begin at two to six.
function readPages(binary, states) {
  const aliases = new Map();
  const pending = [[]];
  while (pending.length > 0) {
    const path = pending.pop();
    const { status, stdout } = run(binary, path.length === 0 ? ['--help'] : ['help', ...path]);
    if (status !== 0) throw new Error(`help ${path.join(' ')} ended with ${status}`);
    const name = path.join(' ');
    states.set(`command ${name}`, 'visible');
    for (const [, short, long, only] of stdout.matchAll(
      /^ {2,6}(?:(?:(-\w), )?(--[a-z][\w-]*)|(-\w)(?![\w,]))/gm,
    )) {
      void short;
      states.set(`flag ${name} ${long ?? only}`, 'visible');
    }
    const [, list = ''] = /^Commands:\n((?: {2}.*\n|\n)*)/m.exec(stdout) ?? [];
    for (const [, child, text] of list.matchAll(/^ {2}([a-z][\w-]*)((?: {2,}.*)?(?:\n {4,}.*)*)$/gm)) {
      if (child === 'help') continue;
      pending.push([...path, child]);
      for (const alias of /\[aliases: (.*)\]/.exec(text)?.[1]?.split(', ') ?? [])
        aliases.set(`${name} ${alias}`.trim(), child);
    }
  }
  return aliases;
}

// The script walks `parent,word)` to a state and lists all words of a state in `opts`.
function readCompletion(binary, states, aliases) {
  const { stdout } = run(binary, ['completion', 'bash']);
  const steps = new Map();
  for (const [, parent, word, state] of stdout.matchAll(/^\s+([\w]+),([\w-]+)\)\n\s+cmd="(\w+)"/gm))
    if (!steps.has(state)) steps.set(state, { parent, word });
  const pathOf = (state) => {
    const step = steps.get(state);
    if (step === undefined) return [];
    const parent = pathOf(step.parent);
    return [...parent, aliases.get([...parent, step.word].join(' ')) ?? step.word];
  };
  for (const [, state, opts] of stdout.matchAll(/^\s+(\w+)\)\n\s+opts="([^"]*)"/gm)) {
    const path = pathOf(state);
    if (path.includes('help')) continue;
    const name = path.join(' ');
    const units = [
      `command ${name}`,
      ...opts
        .split(' ')
        .filter((word) => word.startsWith('--'))
        .map((flag) => `flag ${name} ${flag}`),
    ];
    for (const unit of units) if (!states.has(unit)) states.set(unit, 'hidden');
  }
}

function statesOf(version) {
  const binary = binaryOf(version);
  const states = new Map();
  readCompletion(binary, states, readPages(binary, states));
  return states;
}

// What a command brings or takes with it is part of that.
function turns(before, after) {
  const found = new Set();
  for (const unit of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(unit) ?? 'absent', after.get(unit) ?? 'absent'];
    const holder = unit.startsWith('flag ') ? `command ${unit.slice(5, unit.lastIndexOf(' '))}` : undefined;
    if (was !== is && (holder === undefined || (before.has(holder) && after.has(holder))))
      found.add(`${unit}: ${was} → ${is}`);
  }
  return found;
}

const MEANING = {
  removed: 'visible → absent',
  'hidden removed': 'hidden → absent',
  added: 'absent → visible',
  'required added': 'absent → visible',
  'hidden added': 'absent → hidden',
  hidden: 'visible → hidden',
  revealed: 'hidden → visible',
};

function committed(version) {
  const { from, changes } = JSON.parse(readFileSync(join(root, 'diffs', `${version}.json`), 'utf8'));
  const found = new Set();
  const others = [];
  for (const { rule, unit, path, key, also_on: repeats = [] } of changes) {
    const meaning = MEANING[rule.replace(/-?(?:command|flag)-/, ' ').trim()];
    if (meaning === undefined || unit === 'arg') others.push(rule);
    else
      for (const each of [path, ...repeats])
        found.add(
          `${[unit, each.join(' '), key].filter((word) => word !== undefined).join(' ')}: ${meaning}`,
        );
  }
  return { from: from.version, found, others };
}

let differs = false;
let before;
for (const version of versions) {
  const after = statesOf(version);
  if (before !== undefined) {
    const seen = turns(before.states, after);
    const { from, found, others } = committed(version);
    const missed = [...seen].filter((turn) => !found.has(turn));
    const invented = [...found].filter((turn) => !seen.has(turn));
    const agree = missed.length + invented.length === 0 && from === before.version;
    differs ||= !agree;
    console.log(
      `| ${before.version} → ${version} | ${seen.size} | ${found.size} | ${others.join(', ') || '–'} | ${agree ? 'yes' : '**no**'} |`,
    );
    for (const turn of missed) console.log(`  only in the help: ${turn}`);
    for (const turn of invented) console.log(`  only in the diff: ${turn}`);
  }
  before = { version, states: after };
}
process.exitCode = differs ? 1 : 0;
