export type * from './config';
export type * from './interaction';
export { GENERATED_LIST, outputsOfContracts } from './outputs';
