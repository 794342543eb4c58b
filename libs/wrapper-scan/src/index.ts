export { scanWrapperSource, WRAPPER_SCAN_VERSION } from './scan-wrapper-source';
export type { WrapperScan } from './scan-wrapper-source';
export type { WrapperScanOptions } from './options';
export type { SourceText } from './parse-source';
export { UNKNOWN_COMMAND_NOTE, UNKNOWN_PROGRAM_NOTE } from './evidence';
