import type { ComparedUnions } from '../compare-unions';
import type { Impact } from '../consumers/impact';
import { userText } from '../consumers/user-text';
import { changeText, repeatText, unitText } from '../describe';
import { bumpText } from './bump-text';
import { groupImpacts } from './groups';

/** A comparison for the terminal. */
export function comparisonText({ diff, impacts }: ComparedUnions): string {
  const { tool, from, to } = diff;
  const groups = groupImpacts(impacts).map(
    (group) => `${group.title} (${group.impacts.length})\n${group.impacts.map(line).join('\n')}`,
  );
  const blocks = [
    `${tool} ${side(from)} → ${side(to)}\n${bumpText(diff)}`,
    ...(groups.length === 0 ? ['Nothing changed.'] : groups),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function side({ version, targets }: ComparedUnions['diff']['from']): string {
  return `${version} (${targets.join(', ')})`;
}

function line({ change, severity, users }: Impact): string {
  const who = userText(users);
  const mark = severity === 'note' ? '' : `${severity} `;
  return `  ${mark}${unitText(change)} ${changeText(change)}${repeatText(change)} [${change.rule}]${
    who === '' ? '' : `\n    the wrapper ${who}`
  }`;
}
