export type * from './page';
export { normalizeHelpText } from './text/normalize-help-text';
export { DIALECT_IDS, parseHelpPage } from './parse-help-page';
export { isHelpText } from './is-help-text';
export { namesPath } from './names-path';
export { parseClapBashCompletion } from './completion/parse-clap-bash-completion';
export { parseFeatureList } from './features/parse-feature-list';
export * from './reference';
