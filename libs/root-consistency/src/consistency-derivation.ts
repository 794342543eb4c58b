import { success, type AnyDerivation, type Derivation, type Finding } from '@fixpoint/model';
import { fixCommand, type Manifest } from '@fixpoint/surface-formats';
import { checkBytes } from './checks/check-bytes';
import { checkFiles } from './checks/check-files';
import { checkLock } from './checks/check-lock';
import { checkMetadata } from './checks/check-metadata';
import { checkNames } from './checks/check-names';
import { checkPromotion } from './checks/check-promotion';
import { checkReports } from './checks/check-reports';
import { checkUnions } from './checks/check-unions';
import { collectFacts } from './collect-facts';
import type { RootFacts } from './root-facts';

type Check = (facts: RootFacts, manifest: Manifest) => readonly Finding[];

const CHECKS: readonly Check[] = [
  checkFiles,
  checkNames,
  checkUnions,
  checkReports,
  checkMetadata,
  checkPromotion,
  checkLock,
  checkBytes,
  ({ repeatedKeys }) => repeatedKeys,
];

/**
 * Holds the parts of a root against each other: what neither a schema nor a derivation of one file can see. It derives
 * nothing.
 *
 * @param siblings the derivations of the same root; what they own is referenced
 *
 * @req FP-ROOT-005
 */
export function consistencyDerivation(
  siblings: () => readonly AnyDerivation<Manifest>[],
): Derivation<Manifest, RootFacts> {
  return {
    id: 'consistency',
    summary: 'the parts of a root held against each other: files, versions, targets, claims, pins and bytes',
    owns: () => [],
    allowsEmpty: () => true,
    collect: (ports, manifest, scope) => collectFacts(ports, manifest, { scope, siblings: siblings() }),
    derive: () => success([]),
    check: (facts, manifest) => CHECKS.flatMap((check) => check(facts, manifest)),
    fix: (root) => fixCommand('validate', { root }),
  };
}
