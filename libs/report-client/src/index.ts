export { getHistory, getSupportMatrix, UnexpectedResponse } from './report.client';
export type {
  Answer,
  CallOptions,
  ClientOptions,
  GetHistoryRequest,
  GetHistoryResult,
  GetSupportMatrixRequest,
  GetSupportMatrixResult,
} from './report.client';
export type { components } from './report.types';
