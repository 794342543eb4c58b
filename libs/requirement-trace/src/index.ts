export { traceDerivation } from './trace-derivation';
export type { TraceFacts } from './collect-facts';
export { fingerprintOf } from './fingerprint';
export { readTraceFiles, type TraceFiles } from './read-trace-files';
