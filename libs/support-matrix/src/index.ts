export { supportMatrixDerivation } from './support-matrix-derivation';
