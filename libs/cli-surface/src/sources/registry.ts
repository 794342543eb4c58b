import type { SourceConfig, SourceKindName } from '@fixpoint/surface-formats';
import { argcomplete } from './argcomplete';
import { clapBash } from './clap-bash';
import { clickComplete } from './click-complete';
import { cobraComplete } from './cobra-complete';
import { helpJson } from './help-json';
import { kingpinCompletion } from './kingpin-completion';
import { man } from './man';
import type { SourceContext, SourceKind, SurfaceSource } from './source';
import { urfaveCompletion } from './urfave-completion';
import { yargsCompletions } from './yargs-completions';

type KindTable = { readonly [Name in SourceKindName]: SourceKind<Name> };

/** The kinds of second sources. */
export const SOURCE_KINDS: KindTable = {
  argcomplete,
  'clap-bash': clapBash,
  'click-complete': clickComplete,
  'cobra-complete': cobraComplete,
  'help-json': helpJson,
  'kingpin-completion': kingpinCompletion,
  man,
  'urfave-completion': urfaveCompletion,
  'yargs-completions': yargsCompletions,
};

/** A kind with the source of a configuration opened. */
export function openSource(context: SourceContext): {
  readonly kind: SourceKind;
  readonly source: SurfaceSource;
} {
  const kind = SOURCE_KINDS[context.config.kind] as SourceKind<SourceConfig['kind']>;
  return { kind, source: kind.open(context) };
}
