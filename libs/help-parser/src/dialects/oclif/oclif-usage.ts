import type { UsageBlock } from '../../usage/usage-block';

const FLAG = /^[[(]*-/;
const COMMAND_PLACE = /^\[?COMMAND\]?$/;

/**
 * The usage block with forms that end before the flags, whose alternatives and values would be taken for arguments, and in
 * which an id such as `app:create` is the path that was asked for.
 */
export function oclifUsage(usage: UsageBlock, path: readonly string[]): UsageBlock {
  return { ...usage, forms: usage.forms.map((form) => argumentsForm(form, path)) };
}

function argumentsForm(form: string, path: readonly string[]): string {
  const [program = '', id = '', ...words] = form.split(/\s+/);
  const names = path.some((token) => token.includes(':')) ? [id] : id.split(':');
  const end = words.findIndex((word) => FLAG.test(word));
  const isFlag = FLAG.test(id);
  const rest = isFlag ? [] : [...names, ...(end < 0 ? words : words.slice(0, end))];
  return [program, ...rest].filter((word) => word !== '' && !COMMAND_PLACE.test(word)).join(' ');
}
