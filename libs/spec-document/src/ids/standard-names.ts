/** What standards, algorithms, and status codes are called; `SHA-256` is no requirement. */
const NAMES: ReadonlySet<string> = new Set(
  (
    'AES ANSI BCP CRC CVE CWE DIN ECMA FIPS HMAC HTTP HTTPS IEC IEEE IETF ISO MD NIST PKCS RFC RSA SHA SHA2 SHA3 SHAKE ' +
    'UCS UTF WCAG'
  ).split(' '),
);

/**
 * Whether what has the form of an id is the name of a standard or the like (`ISO-8601`, `RFC-2119`, `SHA-256`, `HTTP-404`), all of whose
 * words are such names. A pattern that spells the name out means it.
 */
export function isStandardName(id: string, patterns: readonly string[]): boolean {
  const words = id.split('-').slice(0, -1);
  return (
    words.length > 0 &&
    words.every((word) => NAMES.has(word)) &&
    !patterns.some((pattern) => words.every((word) => pattern.includes(word)))
  );
}
