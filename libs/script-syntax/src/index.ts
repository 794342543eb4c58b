export { parseScript, type ParsedScript, type ScriptFile } from './parse-script';
export { WRAPPER_TYPES } from './wrappers';
