export type * from './config';
export { GENERATED_LIST, outputsOfContracts } from './outputs';
