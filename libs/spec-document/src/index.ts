export type * from './spec-document';
