export type * from './config';
export type * from './requirement';
