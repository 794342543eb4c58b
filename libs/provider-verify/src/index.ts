export { providerVerifyDerivation, type ProviderFacts } from './provider-verify-derivation';
