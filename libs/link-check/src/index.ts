export { linkCheckDerivation } from './link-check-derivation';
export type { LinkFacts } from './scan/link-facts';
export type { Problem } from './judge/problem';
export type { ScannedDocument } from './scan/read-document';
export { externalLinksDerivation, type ExternalFacts, type ExternalLink } from './external-links-derivation';
export type { UrlVerdict } from './external/ask-url';
