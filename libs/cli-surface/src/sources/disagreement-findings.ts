import type { Finding } from '@fixpoint/model';
import type { ProbeRecord, SourceDisagreement } from '@fixpoint/surface-formats';

const NAMED = 10;

/**
 * One note per second source and kind of fact that help and the source tell differently; the record names every unit.
 *
 * @param place the file of the record, and the command that measures again
 */
export function disagreementFindings(
  { completion, sources = [] }: ProbeRecord,
  place: Pick<Finding, 'file' | 'fix'>,
): Finding[] {
  const first = completion && {
    kind: completion.format,
    at: '/probe/completion/disagreements',
    list: completion.disagreements,
  };
  const others = sources.map(({ kind, disagreements }, index) => ({
    kind,
    at: `/probe/sources/${index}/disagreements`,
    list: disagreements,
  }));
  return [...(first ? [first] : []), ...others].flatMap(({ kind, at, list = [] }) =>
    [...groups(list)].map(([fact, units]) => ({
      id: `snapshot/source-disagrees`,
      severity: 'note' as const,
      path: at,
      message: `help and ${kind} differ in ${FACTS[fact]} of ${units.length} ${units.length === 1 ? 'unit' : 'units'}: ${nameAll(units)}`,
      ...place,
    })),
  );
}

const FACTS: Readonly<Record<SourceDisagreement['fact'], string>> = {
  listed: 'the existence',
  spelling: 'a spelling',
  takes_value: 'the value',
  choices: 'the choices',
};

function groups(list: readonly SourceDisagreement[]): Map<SourceDisagreement['fact'], SourceDisagreement[]> {
  const byFact = new Map<SourceDisagreement['fact'], SourceDisagreement[]>();
  for (const one of list) byFact.set(one.fact, [...(byFact.get(one.fact) ?? []), one]);
  return byFact;
}

function nameAll(units: readonly SourceDisagreement[]): string {
  const named = units.slice(0, NAMED).map(({ path, key, fact, help, source }) => {
    const unit = [...path, ...(key === undefined ? [] : [key])].join(' ');
    return `${unit} (${fact === 'listed' ? `help ${help}, source ${source}` : `help: ${help}, source: ${source}`})`;
  });
  const more = units.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
