export { covers, explain, readExplanations, type ExplainedError, type Explanation } from './explanations';
export { type Count, type Measurement, type PageError, precision, recall, sum } from './measurement';
export { readMeasurements } from './measurement-files';
