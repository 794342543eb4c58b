import type { Heading, ProseBlock } from '@fixpoint/markdown-document';
import type { Draft } from './draft';

/**
 * Knows which requirement a block without ids of its own belongs to: that of the list item around it, that of an id which stands alone
 * in the paragraph before it, or that of the heading above it.
 */
export class Owners {
  private readonly items = new Map<number, readonly Draft[]>();
  private readonly headings: { readonly depth: number; readonly drafts: readonly Draft[] }[] = [];
  private alone: { readonly drafts: readonly Draft[]; readonly items: string } | undefined;

  constructor(private readonly outline: readonly Heading[]) {}

  /** Has to be called for each block, before it is asked about. */
  enter({ kind, heading }: ProseBlock): void {
    if (kind !== 'heading') return;
    const depth = this.outline[heading]?.depth ?? 1;
    while ((this.headings.at(-1)?.depth ?? 0) >= depth) this.headings.pop();
    this.alone = undefined;
  }

  /** Says what a block defines. */
  define({ kind, heading, items }: ProseBlock, drafts: readonly Draft[]): void {
    this.alone = undefined;
    const [last] = drafts.slice(-1);
    if (last === undefined) return;
    const shared = drafts.every(({ definition }) => definition.range.start === last.definition.range.start);
    const owning = shared ? drafts : [last];
    const item = items.at(-1);
    if (kind === 'heading') this.headings.push({ depth: this.outline[heading]?.depth ?? 1, drafts: owning });
    else if (item !== undefined) this.items.set(item, owning);
    else if (kind === 'paragraph' && owning.every(({ pieces }) => pieces.length === 0))
      this.alone = { drafts: owning, items: items.join() };
  }

  /** The requirements that a block without definitions belongs to; none where it is loose. */
  of({ items }: ProseBlock): readonly Draft[] {
    for (const item of items.toReversed()) {
      const drafts = this.items.get(item);
      if (drafts !== undefined) return drafts;
    }
    const { alone } = this;
    this.alone = undefined;
    if (alone !== undefined && items.length === 0) return alone.drafts;
    return this.headings.at(-1)?.drafts ?? [];
  }
}
