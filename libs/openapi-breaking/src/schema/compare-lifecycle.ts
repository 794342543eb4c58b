import type { LifecycleEvent } from '../rules/lifecycle-rules';

/** Whether something is deprecated, and until when it stays. */
export interface Lifecycle {
  readonly deprecated: boolean;
  /** `x-sunset` as it is written. */
  readonly sunset?: string;
}

/** What happened to a lifecycle, with the dates. */
export interface LifecycleChange {
  readonly event: LifecycleEvent;
  readonly from?: string;
  readonly to?: string;
}

/** Compares lifecycles; dates are days, that of the announcement among them, so that a time zone never decides. */
export function compareLifecycle(old: Lifecycle, now: Lifecycle, announcedOn: string): LifecycleChange[] {
  if (!now.deprecated) return old.deprecated ? [{ event: 'reactivated' }] : [];
  if (!old.deprecated) return deprecation(now.sunset, announcedOn);
  return compareSunset(old.sunset, now.sunset);
}

function deprecation(sunset: string | undefined, announcedOn: string): LifecycleChange[] {
  if (sunset === undefined) return [{ event: 'deprecated' }];
  const day = dayOf(sunset);
  if (day === undefined) return [{ event: 'deprecated-sunset-invalid', to: sunset }];
  return [{ event: day < announcedOn ? 'sunset-date-too-small' : 'deprecated-with-sunset', to: sunset }];
}

function compareSunset(from: string | undefined, to: string | undefined): LifecycleChange[] {
  if (from === to) return [];
  if (to === undefined) return [{ event: 'sunset-deleted', from }];
  const [was, is] = [from === undefined ? undefined : dayOf(from), dayOf(to)];
  if (is === undefined) {
    return from === undefined || was !== undefined ? [{ event: 'deprecated-sunset-invalid', from, to }] : [];
  }
  if (was === is) return [];
  return [
    {
      event: was !== undefined && is < was ? 'sunset-date-changed-too-small' : 'sunset-date-moved',
      from,
      to,
    },
  ];
}

/** The day of an RFC 3339 date or time, as it is written; undefined for what is none. */
export function dayOf(text: string): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|[Tt ]\d{2}:\d{2})/.exec(text)?.[1];
  if (day === undefined) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  // 30 February is no day, although the engine makes one of March of it.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day;
}
