import type { Finding, Report, Severity } from '@fixpoint/model';
import { type Entry, entriesOf, groupByFile, joinPath } from './entries';
import { type Paint, painter } from './paint';
import { patchBody } from './patch-text';
import { printable, printableLine } from './printable';
import type { Reporter } from './reporter';
import { plural, runText, summarizeReport } from './summary';

/** Lines of patches in one report; past them only the findings themselves are shown. */
const PATCH_LINES = 80;
/** Written and removed files that are listed. */
const LISTED_FILES = 20;

/** For people at a terminal: findings by file with patch and fix, the files that were written, one line that sums up. */
export const reportText: Reporter = (report, options = {}) => {
  const paint = painter(options.color ?? false);
  const blocks = [
    ...fileBlocks(entriesOf(report), paint),
    ...changedBlock(report, paint),
    [summaryLine(report, paint)],
  ];
  const output = blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
  return { output, exitCode: report.exitCode };
};

function fileBlocks(entries: readonly Entry[], paint: Paint): string[][] {
  let room = PATCH_LINES;
  let hidden = 0;
  const patchOf = ({ patch }: Finding): readonly string[] => {
    if (patch === undefined) return [];
    const lines = patchBody(patch);
    if (lines.length > room) {
      hidden++;
      return [];
    }
    room -= lines.length;
    return lines;
  };
  const blocks = [...groupByFile(entries)].map(([file, group]) => [
    paint.underline(printableLine(file)),
    ...group.flatMap((entry, index) => [
      ...findingLines(entry.finding, patchOf(entry.finding), paint),
      ...fixLines(entry.finding, group[index + 1]?.finding, paint),
    ]),
  ]);
  const left = hidden === 1 ? 'the patch of 1 finding is' : `the patches of ${hidden} findings are`;
  return hidden === 0
    ? blocks
    : [...blocks, [paint.dim(`${left} left out; the json format has all of them`)]];
}

const SEVERITY_PAINT: Readonly<Record<Severity, (paint: Paint) => (text: string) => string>> = {
  error: (paint) => paint.red,
  warning: (paint) => paint.yellow,
  note: (paint) => paint.cyan,
};

function findingLines(finding: Finding, patch: readonly string[], paint: Paint): string[] {
  const { position, severity, message, id, code } = finding;
  const place = position === undefined ? '' : `${position.line}:${position.column} `;
  const [first = '', ...more] = printable(message).split('\n');
  const name = code === undefined ? `[${id}]` : `[${id} ${code}]`;
  return [
    `  ${paint.dim(place)}${SEVERITY_PAINT[severity](paint)(severity)} ${first} ${paint.dim(name)}`,
    ...more.map((line) => `    ${line}`),
    ...valueLines(finding, paint),
    ...patch.map((line) => `    ${patchPaint(line, paint)(printable(line))}`),
  ];
}

/** Values that the message does not already tell. */
function valueLines({ message, expected, actual }: Finding, paint: Paint): string[] {
  const isTold = [expected, actual].every((value) => value === undefined || message.includes(value));
  if (isTold) return [];
  return Object.entries({ expected, actual }).flatMap(([name, value]) =>
    value === undefined ? [] : [`    ${paint.dim(name.padEnd(8))} ${printableLine(value)}`],
  );
}

function patchPaint(line: string, paint: Paint): (text: string) => string {
  if (line.startsWith('+')) return paint.green;
  if (line.startsWith('-')) return paint.red;
  return line.startsWith('@@') ? paint.cyan : paint.dim;
}

/** A fix stands once below the findings of a file that share it. */
function fixLines(finding: Finding, next: Finding | undefined, paint: Paint): string[] {
  if (finding.fix === next?.fix) return [];
  return [`  ${paint.dim('fix:')} ${paint.bold(printable(finding.fix).replaceAll('\n', '\n       '))}`];
}

function changedBlock({ verdicts }: Report, paint: Paint): string[][] {
  const changes = verdicts.flatMap(({ root, written, removed }) => [
    ...written.map((path) => `${paint.green('wrote')}   ${printableLine(joinPath(root, path))}`),
    ...removed.map((path) => `${paint.red('removed')} ${printableLine(joinPath(root, path))}`),
  ]);
  if (changes.length === 0) return [];
  const left = changes.length - LISTED_FILES;
  const note = left > 0 ? [paint.dim(`… and ${plural(left, 'more file')}`)] : [];
  return [[...changes.slice(0, LISTED_FILES), ...note]];
}

function summaryLine(report: Report, paint: Paint): string {
  const summary = summarizeReport(report);
  const mark = report.ok ? paint.green(summary.mark) : paint.red(summary.mark);
  return `${mark} ${printableLine(summary.text)}${runText(summary, paint.bold)}`;
}
