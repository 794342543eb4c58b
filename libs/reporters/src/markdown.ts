import type { Finding, Severity } from '@fixpoint/model';
import { type Entry, entriesOf, groupByFile } from './entries';
import { codeBlock, codeSpan, escapeMarkdown } from './markdown-text';
import { patchBody } from './patch-text';
import { printable } from './printable';
import type { Reporter } from './reporter';
import { summarizeReport } from './summary';

/** GitHub refuses comments of more than 65,536 characters. */
const MAX_LENGTH = 60_000;

/**
 * For pull request comments and job summaries (GitHub flavoured Markdown). Patches fold; they are left out, and that is said,
 * when the comment would become too long to be posted.
 */
export const reportMarkdown: Reporter = (report) => {
  const { mark, text, commands } = summarizeReport(report);
  const entries = entriesOf(report);
  const head = [`### ${mark} Fixpoint: ${escapeMarkdown(text)}`];
  const repair =
    commands.length === 0
      ? []
      : [
          'Committed files are not what their inputs give. To repair them:',
          codeBlock(commands.join('\n'), 'sh'),
        ];
  const whole = [...head, ...repair, ...fileSections(entries, { commands, hasPatches: true })].join('\n\n');
  if (whole.length <= MAX_LENGTH) return { output: `${whole}\n`, exitCode: report.exitCode };
  const note = '_Patches are left out: with them this text would be too long for a comment._';
  const short = [...head, ...repair, ...fileSections(entries, { commands, hasPatches: false }), note].join(
    '\n\n',
  );
  return { output: `${short}\n`, exitCode: report.exitCode };
};

interface ItemOptions {
  /** Fixes that stand at the head of the text already. */
  readonly commands: readonly string[];
  readonly hasPatches: boolean;
}

function fileSections(entries: readonly Entry[], options: ItemOptions): string[] {
  return [...groupByFile(entries)].flatMap(([file, group]) => [
    `#### ${codeSpan(file)}`,
    group.map(({ finding }) => findingItem(finding, options)).join('\n'),
  ]);
}

const NAMES: Readonly<Record<Severity, string>> = {
  error: '**error**',
  warning: '**warning**',
  note: 'note',
};

function findingItem(finding: Finding, { commands, hasPatches }: ItemOptions): string {
  const { severity, message, id, code, position, fix, patch } = finding;
  const [first = '', ...more] = printable(message).split('\n');
  const place = position === undefined ? '' : ` line ${position.line}:`;
  const name = [id, code].flatMap((part) => (part === undefined ? [] : [codeSpan(part)])).join(' ');
  const parts = [
    `${NAMES[severity]}${place} ${escapeMarkdown(first)} (${name})`,
    ...(more.length === 0 ? [] : [codeBlock(more.join('\n'), 'text')]),
    ...valueLines(finding),
    ...(commands.includes(fix) ? [] : [`Fix: ${codeSpan(fix)}`]),
    ...(patch === undefined || !hasPatches ? [] : [patchDetails(patch)]),
  ];
  const [head, ...rest] = parts.map((part) => part.split('\n').map(indentUnlessEmpty).join('\n').trimStart());
  return [`- ${head}`, ...rest.map((part) => `  ${part}`)].join('\n\n');
}

function valueLines({ message, expected, actual }: Finding): string[] {
  const isTold = [expected, actual].every((value) => value === undefined || message.includes(value));
  if (isTold) return [];
  const values = Object.entries({ expected, actual });
  return [
    values.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${codeSpan(value)}`])).join(', '),
  ];
}

function patchDetails(patch: string): string {
  const body = codeBlock(patchBody(patch).map(printable).join('\n'), 'diff');
  return `<details><summary>patch</summary>\n\n${body}\n\n</details>`;
}

function indentUnlessEmpty(line: string): string {
  return line === '' ? '' : `  ${line}`;
}
