import type { StepPattern } from '../definitions/step-definition';
import { endOfClass } from './pattern-parts';

/** The words of a pattern with `{}` for what varies. */
export function shapeOf({ kind, source }: StepPattern): string {
  return kind === 'expression'
    ? source.replace(/\{[^{}]*\}/g, '{}').replace(/\\(.)/g, '$1')
    : shapeOfRegexp(source);
}

function shapeOfRegexp(source: string): string {
  let [shape, depth] = ['', 0];
  const put = (part: string): void => {
    if (depth === 0) shape += part;
  };
  for (let at = source.startsWith('^') ? 1 : 0; at < source.length; at += 1) {
    const unit = source[at] as string;
    if (unit === '\\') {
      at += 1;
      put(/[dDwWsSbB]/.test(source[at] ?? '') ? '{}' : (source[at] ?? ''));
    } else if (unit === '[') {
      at = endOfClass(source, at);
      put('{}');
    } else if (unit === '(') depth += 1;
    else if (unit === ')') {
      depth = Math.max(0, depth - 1);
      put('{}');
    } else if (unit === '.') put('{}');
    else if (!/[*+?^$]/.test(unit)) put(unit);
  }
  return shape;
}
