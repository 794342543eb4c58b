export { regenOpenapiDerivation } from './regen-openapi-derivation';
export type { OpenapiFacts } from './facts';
export type { GeneratedFile, Generator, GeneratorRequest } from './generators/generator';
