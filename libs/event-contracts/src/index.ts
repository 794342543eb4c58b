export { eventTranscriptsDerivation, type EventFacts } from './event-transcripts-derivation';
