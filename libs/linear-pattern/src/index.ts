export { compileLinearPattern, type CompiledPattern } from './compile-pattern';
export type { LinearPattern, PatternMatch } from './linear-pattern';
