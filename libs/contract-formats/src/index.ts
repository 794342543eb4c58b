export type * from './config';
export type * from './interaction';
