import { namedIds, type NamedId } from '../named-ids';

/** What may stand before the first id of a list, and between two of them: signs, `and`, a remark in parentheses, and the marks of a comment at a line's beginning. */
const BEFORE_FIRST = /^[\s([{"'`:*#/;-]{0,40}(?:[a-z]{2,20}~)?$/;
const BETWEEN =
  /^(?:\s?\([^()\n]{0,100}\))?[\s,;&+|()[\]{}"'`*#/~-]{1,60}(?:(?:and|or)\s)?[\s()[\]{}"'`*#/-]{0,40}$/;
const REVISION = /^~\d{1,9}/;

/** The list of ids that a text begins with, with their offsets; what is said of other ids behind it is left out. */
export function leadingIds(text: string, ids: readonly string[]): readonly NamedId[] {
  const list: NamedId[] = [];
  let end = 0;
  for (const named of namedIds(text, ids)) {
    const { offset, length } = named;
    const gap = text.slice(end, offset).replace(REVISION, '');
    const isMember = offset + length === end && list.length > 0;
    if (!isMember && !(list.length === 0 ? BEFORE_FIRST : BETWEEN).test(gap)) break;
    list.push(named);
    end = offset + length;
  }
  return list;
}
