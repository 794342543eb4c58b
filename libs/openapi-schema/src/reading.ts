/**
 * How a schema is read, which depends on who made the value.
 *
 * - `sent`: a client sends it; what is `readOnly` is not required.
 * - `received`: a server sends it, whole; what is `writeOnly` must not be there.
 * - `expected`: the part of what a server sends that a consumer relies on. Nothing is required, but everything in it has to be
 *   declared: a key that the schema does not name may never come, even where others are allowed.
 */
export type Reading = 'sent' | 'received' | 'expected';

/**
 * Readings of parts of a schema: `expected-part` is a part that is checked together with others (`allOf`), so that it alone cannot say
 * which keys are declared; `plain` leaves a schema as it stands, for conditions (`not`, `if`).
 */
export type PartReading = Reading | 'expected-part' | 'plain';

/** How a schema is read that applies to the same value as one around it. */
export function readingOfPart(reading: PartReading): PartReading {
  return reading === 'expected' ? 'expected-part' : reading;
}

/** How a schema is read that applies to a value inside the value. */
export function readingOfChild(reading: PartReading): PartReading {
  return reading === 'expected-part' ? 'expected' : reading;
}

/** Whether only some of the value is there. */
export function isPartial(reading: PartReading): boolean {
  return reading === 'expected' || reading === 'expected-part';
}
