import { GENERATED_SCHEMAS, type GeneratedListOwner } from '@fixpoint/contract-formats';

/** The committed list of everything that was generated of schemas and code, beside the marker. */
export const OUTPUT_LIST: GeneratedListOwner = { file: GENERATED_SCHEMAS, derivation: 'regen-schema' };
