export { parseScript, type ParsedScript, type ScriptFile } from './parse-script';
