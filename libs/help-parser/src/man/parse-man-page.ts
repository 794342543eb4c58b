import { withoutAbsent } from '@fixpoint/surface-formats';
import type { SourceFlag } from '../sources/source-surface';
import { type FlagSpec, readFlagSpec } from '../table/flag-spec';
import { manItems } from './man-items';

const GRAMMAR = { bareValues: true, equalsBinds: false };

/**
 * Reads the flags of a manual page: tagged paragraphs (`.TP`, `.IP`, `.HP`), items of mdoc lists (`.It Fl`), and plain
 * paragraphs that begin with a flag, as pages made from Markdown or AsciiDoc have them. Synopsis and examples are left out.
 * A flag that the page describes twice is given once.
 */
export function parseManPage(source: string): SourceFlag[] {
  const flags: SourceFlag[] = [];
  const known = new Set<string>();
  for (const { tags, description } of manItems(source)) {
    const specs = tags.flatMap((tag) => {
      const spec = readFlagSpec(plainTag(tag), GRAMMAR);
      return spec === undefined ? [] : [spec];
    });
    for (const group of flagGroups(specs)) {
      const names = [...new Set(group.flatMap((spec) => spec.names))].filter((name) => !known.has(name));
      for (const name of names) known.add(name);
      if (names.length > 0) flags.push(toFlag(names, group, description));
    }
  }
  return flags;
}

// Tags of one paragraph are spellings of one flag, or several flags with one description; a long spelling makes a flag.
function flagGroups(specs: readonly FlagSpec[]): FlagSpec[][] {
  const groups: FlagSpec[][] = [];
  let shorts: FlagSpec[] = [];
  for (const spec of specs) {
    if (!spec.names.some((name) => name.startsWith('--'))) shorts.push(spec);
    else {
      groups.push([...shorts, spec]);
      shorts = [];
    }
  }
  const last = groups.at(-1);
  if (last !== undefined) last.push(...shorts);
  return last === undefined && shorts.length > 0 ? [shorts] : groups;
}

function toFlag(names: readonly string[], specs: readonly FlagSpec[], description: string): SourceFlag {
  const valueName = specs.flatMap(({ values }) => values)[0];
  return withoutAbsent<SourceFlag>({
    names,
    takesValue: valueName !== undefined,
    valueName: valueName === UNNAMED ? undefined : valueName,
    repeatable: specs.some(({ repeatable }) => repeatable) || undefined,
    description: description === '' ? undefined : description,
  });
}

const UNNAMED = 'value';

// Pages that cobra makes write the default where others write the value; of a switch it is an optional truth value.
function plainTag(tag: string): string {
  return tag
    .replaceAll(/ or (?=-)/g, ', ')
    .replace(/\[=(?:true|false)\]/, '')
    .replace(/(\[?=)(?:"[^"]*"|-?\d[\w.]*|\[\]|true|false)(?=\]?$)/, `$1<${UNNAMED}>`);
}
