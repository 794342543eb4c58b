import { GENERATED_LIST, type GeneratedListOwner } from '@fixpoint/contract-formats';

/** The committed list of everything that was generated of OpenAPI documents, beside the marker. */
export const OUTPUT_LIST: GeneratedListOwner = { file: GENERATED_LIST, derivation: 'regen-openapi' };
