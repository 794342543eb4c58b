import type { Manifest } from '@fixpoint/surface-formats';
import { z } from 'zod';

const referenceRules = z.looseObject({
  rules_schema_version: z.literal(1),
  union: z.looseObject({ expected_targets: z.array(z.string()).min(1) }),
});
const currentRules = z.looseObject({
  rules_schema_version: z.literal(2),
  targets: z.record(z.string(), z.unknown()),
});

/** How the expected targets stand in a marker, by `rules_schema_version`: the only place where the two differ here. */
const READERS: Readonly<Record<Manifest['rulesSchemaVersion'], z.ZodType<readonly string[]>>> = {
  1: referenceRules.transform(({ union }) => union.expected_targets),
  2: currentRules.transform(({ targets }) => Object.keys(targets)),
};

/** The expected targets of a root, in their order, from its parsed marker of either version. */
export const expectedTargetsShape: z.ZodType<readonly string[]> = z.union([READERS[1], READERS[2]]);
