export { DERIVATIONS, PARITY_TARGETS, VALIDATED } from './catalog';
