import { basename } from 'node:path';
import { comparePage } from './compare-page';
import { compareRequirement } from './compare-requirement';
import { deriveCase, type DerivedCase } from './derive-case';
import { judge, type Difference, type Judgement } from './judgement';
import type { RecordedCase, RecordedIndex } from './recorded-case';

/** Requirements of one index, the page of a case, or what speaks against the case as a whole. */
export interface Comparison {
  readonly name: string;
  readonly judgements: readonly Judgement[];
}

/** Derives the specs of a case and compares all that was recorded of them. */
export async function compareCase(recorded: RecordedCase): Promise<Comparison[]> {
  const derived = await deriveCase(recorded.input);
  const files = [...recorded.specs.keys()];
  const pages = comparePage(recorded, derived);
  return [
    ...files.map((file) => compareSpec(recorded, derived, file)),
    ...(pages.length > 0 ? [{ name: `${recorded.name} COMPLIANCE.md`, judgements: pages }] : []),
    ...(recorded.doubts.length > 0
      ? [
          {
            name: `${recorded.name} facts.json`,
            judgements: [
              judge(
                'facts',
                recorded.doubts.map((problem) => ({ problem })),
              ),
            ],
          },
        ]
      : []),
  ];
}

function compareSpec(recorded: RecordedCase, derived: DerivedCase, file: string): Comparison {
  const spec = recorded.specs.get(file);
  const theirs = indexOf(recorded, file);
  const index = derived.indexes.get(file);
  const ours = index?.requirements ?? {};
  const ids = [...new Set([...Object.keys(theirs?.requirements ?? {}), ...Object.keys(ours)])].sort();
  const { status } = recorded;
  const judgements = ids.map((id) =>
    compareRequirement({
      id,
      file,
      theirs: theirs?.requirements[id],
      ours: ours[id],
      spec: spec ?? { lines: [], mentions: [] },
      status,
      isThere: (path) => recorded.specs.has(path),
    }),
  );
  return {
    name: `${recorded.name} ${file}`,
    judgements: [judge('file', [nameCause(theirs?.file, index?.file, file)]), ...judgements],
  };
}

/** The recorded index of a spec; in one case the spec has moved since. */
function indexOf({ indexes, input }: RecordedCase, file: string): RecordedIndex | undefined {
  const isMoved = ({ source }: RecordedIndex): boolean =>
    input[source] === undefined && basename(source) === basename(file);
  return indexes.find(({ source }) => source === file) ?? indexes.find(isMoved);
}

/** An index is called as its spec is, so that no two specs share one and none has to be looked up in a table. */
function nameCause(
  theirs: string | undefined,
  ours: string | undefined,
  file: string,
): Difference | undefined {
  if (ours === undefined) return { problem: `there is no index of ${file}` };
  if (theirs === ours) return undefined;
  const isNamedAfter = ours === `requirements/${basename(file, '.md')}.yaml`;
  if (!isNamedAfter) return { problem: `the index is called ${ours}` };
  return theirs === undefined ? 'nothing written' : 'name of the index';
}
