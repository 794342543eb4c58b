export {
  bearsOut,
  type Cause,
  countDeclared,
  covers,
  explain,
  type ExplainedError,
  type Explanation,
  isSetAside,
  readExplanations,
} from './explanations';
export { type Count, type Measurement, type PageError, precision, recall, sum } from './measurement';
export { readMeasurements } from './measurement-files';
