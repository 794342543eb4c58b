import { compareTitle, paragraphAround } from './compare-title';
import type { DerivedRequirement } from './derive-case';
import { judge, type Difference, type Judgement } from './judgement';
import type { RecordedRequirement, RecordedSpec } from './recorded-case';
import { substringLevel, type Mention } from './truth';

/** A requirement in both indexes, or in one of them. */
export interface Pair {
  readonly id: string;
  readonly file: string;
  readonly theirs: RecordedRequirement | undefined;
  readonly ours: DerivedRequirement | undefined;
  readonly spec: RecordedSpec;
  readonly status: string;
  /** Whether there is a spec at a path. */
  readonly isThere: (file: string) => boolean;
}

type Part = Difference | undefined;

/** Compares what both tools know of an id; each difference needs a cause that the scan of the spec proves. */
export function compareRequirement(pair: Pair): Judgement {
  const { id, theirs, ours, spec, status } = pair;
  const own = spec.mentions.filter((mention) => mention.id === id);
  if (theirs === undefined) return judge(id, [ours && onlyHere(pair, own), ...truthOf(pair, own)]);
  if (ours === undefined) return judge(id, [onlyThere(own, status)]);
  const first = own.find(({ raw }) => raw === undefined);
  const at = own.find(({ line }) => line === ours.line);
  if (at === undefined || first === undefined)
    return judge(id, [{ problem: `no mention on line ${ours.line}` }]);
  return judge(id, [
    first.line === at.line ? undefined : first.inCode ? 'code taken for a definition' : moved(first, at),
    ...truthOf(pair, own),
    levelCause(pair, first, at),
    theirs.section === ours.section ? undefined : 'section',
    linkCause(pair),
    ...titleCauses(pair, first, at),
  ]);
}

/** That the first mention is no definition has to show: it has no brackets, ours has. */
function moved(first: Mention, at: Mention): Part {
  return !first.bracketed && at.bracketed
    ? 'mention taken for a definition'
    : { problem: `the definition on line ${first.line} was passed over for line ${at.line}` };
}

function onlyHere({ id, ours, spec, status }: Pair, own: readonly Mention[]): Part {
  if (own.some(({ raw, inCode }) => raw !== undefined && !inCode)) return 'look-alike hyphen';
  const number = Number(/\d+$/.exec(id)?.[0]);
  const isMember = spec.mentions.some(
    (mention) =>
      mention.line === ours?.line &&
      mention.rangeEnd !== undefined &&
      mention.id.replace(/\d+$/, '') === id.replace(/\d+$/, '') &&
      Number(/\d+$/.exec(mention.id)?.[0]) < number &&
      number <= mention.rangeEnd,
  );
  if (isMember) return 'range';
  if (status === 'panic') return 'nothing written';
  if (status !== 'ok' && own.some(({ bracketed, inCode }) => bracketed && !inCode))
    return 'index older than its spec';
  return { problem: 'nobody else has it' };
}

function onlyThere(own: readonly Mention[], status: string): Part {
  if (own.length === 0)
    return status === 'ok' ? { problem: 'it is not in the spec' } : 'index older than its spec';
  if (own.every(({ inCode }) => inCode)) return 'code taken for a definition';
  if (own.every(({ bracketed, inCode }) => !bracketed || inCode)) return 'mention taken for a definition';
  return { problem: 'a definition is missing' };
}

/** What is derived has to be true whatever the other tool says. */
function truthOf({ ours, file, spec }: Pair, own: readonly Mention[]): Part[] {
  if (ours === undefined) return [];
  const at =
    own.find(({ line }) => line === ours.line) ?? spec.mentions.find(({ line }) => line === ours.line);
  if (at === undefined) return [{ problem: `there is nothing on line ${ours.line}` }];
  const link = `${file}#${at.anchor}`;
  return [
    at.inCode ? { problem: 'it stands in code' } : undefined,
    at.level === ours.level ? undefined : { problem: `the level is ${at.level}, not ${ours.level}` },
    at.heading === ours.section
      ? undefined
      : { problem: `the section is ${at.heading}, not ${ours.section}` },
    ours.links[0] === link ? undefined : { problem: `the link is ${link}, not ${ours.links[0]}` },
  ];
}

function levelCause({ theirs, ours, spec, status }: Pair, first: Mention, at: Mention): Part {
  if (theirs === undefined || ours === undefined || theirs.level === ours.level) return undefined;
  const isBySubstring = substringLevel(spec.lines[first.line - 1] ?? '') === theirs.level;
  if (isBySubstring) return first.line === at.line ? 'level by BCP 14' : moved(first, at);
  return status === 'ok' ? { problem: `the level was ${theirs.level}` } : 'index older than its spec';
}

/** Their anchors collapse hyphens, which GitHub does not; the path is that of a spec that has moved in one case. */
function linkCause({ theirs, ours, file, isThere }: Pair): Part {
  const [there, here] = [theirs?.links[0] ?? '', ours?.links[0] ?? ''];
  if (there === here) return undefined;
  const [path, anchor] = there.split('#');
  if (path !== file)
    return isThere(path ?? '') ? { problem: `the link was ${there}` } : 'index older than its spec';
  return anchor === here.split('#')[1] ? undefined : 'anchor';
}

function titleCauses({ theirs, ours, spec, status }: Pair, first: Mention, at: Mention): Part[] {
  if (theirs === undefined || ours === undefined) return [];
  const line = withoutId(spec.lines[first.line - 1] ?? '', first);
  const parts = compareTitle(theirs.title, ours.title, {
    line,
    paragraph: paragraphAround(spec.lines, at.line),
  });
  if (parts.every((part) => typeof part === 'string')) return parts;
  // Titles of other lines, or of earlier states of the spec, have nothing in common.
  const problems = parts.flatMap((part) => (typeof part === 'string' ? [] : [part]));
  const isOurs = problems.some(({ problem }) => /^the (?:title|cut) /.test(problem));
  if (isOurs) return parts;
  if (first.line !== at.line) return [moved(first, at)];
  return status === 'ok' ? parts : ['index older than its spec'];
}

function withoutId(line: string, { id, column }: Mention): string {
  return line.slice(0, column - 1) + line.slice(column - 1 + id.length);
}
