import type { Located } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import { dayOf, type Lifecycle } from '../schema/compare-lifecycle';

/** Whether an operation or a parameter is deprecated, and until when it stays. */
export function lifecycleOf({ value }: Located): Lifecycle {
  const { deprecated, 'x-sunset': sunset } = isRecord(value) ? value : {};
  return { deprecated: deprecated === true, ...(sunset !== undefined && { sunset: String(sunset) }) };
}

/** How something went that is gone: as it was announced, or not. */
export function departureOf(
  { deprecated, sunset }: Lifecycle,
  today: string,
): 'without-deprecation' | 'with-deprecation' | 'before-sunset' | 'sunset-parse' {
  if (!deprecated) return 'without-deprecation';
  if (sunset === undefined) return 'with-deprecation';
  const day = dayOf(sunset);
  if (day === undefined) return 'sunset-parse';
  return day > today ? 'before-sunset' : 'with-deprecation';
}
