import { compareText, failure, success, type Finding, type Result } from '@fixpoint/model';
import { LAYER_KINDS, type LayerKind } from '@fixpoint/spec-formats';
import { toJsonText } from '@fixpoint/surface-formats';
import { isRecord, parseLocated } from '@fixpoint/structured-text';

/** What tells one link of a requirement from the others, whatever is edited around it. */
export interface LinkIdentity {
  readonly kind: LayerKind;
  readonly file: string;
  readonly name: string;
}

/** The fingerprint that a requirement had when a link of it was confirmed, by requirement and link. */
export type ConfirmedLinks = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A key for maps. */
export function linkKey({ kind, file, name }: LinkIdentity): string {
  return JSON.stringify([kind, file, name]);
}

/** The link that a key stands for. */
export function linkOfKey(key: string): LinkIdentity {
  const [kind, file, name] = JSON.parse(key) as [LayerKind, string, string];
  return { kind, file, name };
}

/** The record of what was confirmed: requirement, kind, file, name, fingerprint. */
export function confirmedText(confirmed: ConfirmedLinks): string {
  const requirements = [...confirmed]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, links]) => {
      const parts = [...links].map(([key, print]) => ({ ...linkOfKey(key), print }));
      return [id, nested(parts)] as const;
    });
  return toJsonText({ schema_version: 1, requirements: Object.fromEntries(requirements) });
}

type Nested = Record<string, Record<string, Record<string, string>>>;

function nested(parts: readonly (LinkIdentity & { readonly print: string })[]): Nested {
  const kinds = LAYER_KINDS.filter((kind) => parts.some((part) => part.kind === kind));
  return Object.fromEntries(
    kinds.map((kind) => {
      const files = new Map<string, [name: string, print: string][]>();
      for (const { kind: other, file, name, print } of parts)
        if (other === kind) files.set(file, [...(files.get(file) ?? []), [name, print]]);
      const byFile = [...files].map(([file, names]) => [file, sortedRecord(names)] as const);
      return [kind, sortedRecord(byFile)];
    }),
  );
}

function sortedRecord<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareText(a, b)));
}

/** Reads the record; one that is not what this library writes is broken, and nothing of it is taken. */
export function parseConfirmed(file: string, text: string, fix: string): Result<ConfirmedLinks> {
  const parsed = parseLocated(file, text, 'trace');
  if (!parsed.ok)
    return failure(...parsed.findings.map((finding) => ({ ...finding, id: 'trace/broken-record', fix })));
  const confirmed = new Map<string, ReadonlyMap<string, string>>();
  const { value } = parsed.value;
  const requirements = isRecord(value) && value['schema_version'] === 1 ? value['requirements'] : undefined;
  if (!isRecord(requirements)) return failure(broken(file, fix));
  for (const [id, kinds] of Object.entries(requirements)) {
    const links = linksOf(kinds);
    if (links === undefined) return failure(broken(file, fix));
    confirmed.set(id, links);
  }
  return success(confirmed);
}

/** The links of one requirement; undefined where something is not as it is written. */
function linksOf(kinds: unknown): ReadonlyMap<string, string> | undefined {
  const links = new Map<string, string>();
  for (const [kind, files] of entriesOf(kinds))
    for (const [file, names] of entriesOf(files))
      for (const [name, print] of entriesOf(names)) {
        if (typeof print !== 'string' || !/^[0-9a-f]{16}$/.test(print)) return undefined;
        links.set(linkKey({ kind: kind as LayerKind, file, name }), print);
      }
  const isWhole =
    isRecord(kinds) && Object.keys(kinds).every((kind) => (LAYER_KINDS as readonly string[]).includes(kind));
  return isWhole ? links : undefined;
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

function broken(file: string, fix: string): Finding {
  return {
    id: 'trace/broken-record',
    severity: 'error',
    message: `${file} is not the record of confirmed links that was written`,
    file,
    position: { line: 1, column: 1 },
    fix,
  };
}
