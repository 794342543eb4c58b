import {
  comparisonJson,
  comparisonMarkdown,
  comparisonText,
  type ComparedUnions,
} from '@fixpoint/surface-diff';
import type { Format } from './render';

const RENDERERS: Partial<Record<Format, (comparison: ComparedUnions) => string>> = {
  text: comparisonText,
  json: comparisonJson,
  markdown: comparisonMarkdown,
};

/** A comparison in a form of its own; undefined for formats that know nothing but findings. */
export function renderComparison(comparison: ComparedUnions, format: Format): string | undefined {
  return RENDERERS[format]?.(comparison);
}
