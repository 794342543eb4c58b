export { headingsOf, plainText, type Heading } from './headings';
export { parseTokens, type Token } from './parse-tokens';
