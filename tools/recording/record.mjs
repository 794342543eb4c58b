// Draws what a command really prints as an SVG: node tools/recording/record.mjs <out.svg> -- '<shell line>' ['<shell line>' …]
// The lines run in this workspace, in order; each is shown with a prompt. Lines that begin with # are run but not shown.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const COLORS = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  34: '#79c0ff',
  35: '#d2a8ff',
  36: '#76e3ea',
  90: '#8b949e',
  2: '#8b949e',
};
const LINE = 20;
const CHARACTER = 8.43;
const COLUMNS = 124;
const MOST_LINES = 44;

const [out, , ...commands] = process.argv.slice(2);
const lines = [];
for (const command of commands) {
  const shown = command.replace(/^# /, '');
  const { stdout, stderr } = spawnSync('bash', ['-c', shown], {
    encoding: 'utf8',
    env: {
      ...process.env,
      FORCE_COLOR: '1',
      NX_TUI: 'false',
      NX_DAEMON: 'false',
      npm_config_loglevel: 'error',
    },
  });
  if (shown !== command) continue;
  lines.push(`\u001b[36m$\u001b[0m ${shown}`);
  lines.push(
    ...`${stdout}${stderr}`
      .replace(/\n{2,}/g, '\n')
      .trimEnd()
      .split('\n'),
    '',
  );
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function spans(line) {
  let color = '#e6edf3';
  let weight = 'normal';
  let column = 0;
  const parts = [];
  // eslint-disable-next-line no-control-regex -- SGR sequences begin with the escape character
  for (const piece of line.split(/(\u001b\[[0-9;]*m)/)) {
    // eslint-disable-next-line no-control-regex
    const codes = /^\u001b\[([0-9;]*)m$/.exec(piece)?.[1];
    if (codes === undefined) {
      const text = piece.slice(0, COLUMNS - column);
      column += text.length;
      if (text !== '') parts.push(`<tspan fill="${color}" font-weight="${weight}">${escape(text)}</tspan>`);
      continue;
    }
    for (const code of codes === '' ? ['0'] : codes.split(';')) {
      if (code === '0' || code === '39') color = '#e6edf3';
      if (code === '0' || code === '22') weight = 'normal';
      if (code === '1') weight = 'bold';
      color = COLORS[code] ?? color;
    }
  }
  return parts.join('');
}

const kept = lines.slice(0, MOST_LINES);
const body = kept.map(
  (line, index) => `<text x="16" y="${32 + index * LINE}" xml:space="preserve">${spans(line)}</text>`,
);
const width = Math.round(COLUMNS * CHARACTER + 32);
writeFileSync(
  out,
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${kept.length * LINE + 32}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14">\n<rect width="100%" height="100%" rx="8" fill="#0d1117"/>\n${body.join('\n')}\n</svg>\n`,
);
