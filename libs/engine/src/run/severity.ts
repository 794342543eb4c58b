import type { Finding, Severity } from '@fixpoint/model';

/**
 * Severities by finding id or by prefix (`union/*`, `*`); `off` drops a finding. An exact id goes before a prefix, a longer
 * prefix before a shorter one.
 */
export type SeverityOverrides = Readonly<Record<string, Severity | 'off'>>;

/**
 * Gives each finding the severity that configuration asks for.
 *
 * @req FP-DIAG-008
 */
export function applySeverity(findings: readonly Finding[], overrides: SeverityOverrides): Finding[] {
  const patterns = Object.keys(overrides).sort((a, b) => weight(b) - weight(a));
  return findings.flatMap((finding) => {
    const pattern = patterns.find((candidate) => isMatch(candidate, finding.id));
    const severity = pattern === undefined ? finding.severity : overrides[pattern];
    return severity === undefined || severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

function isMatch(pattern: string, id: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern;
}

function weight(pattern: string): number {
  return pattern.endsWith('*') ? pattern.length - 1 : Number.MAX_SAFE_INTEGER;
}
