/** The targets of all kinds of roots and what each does, in the order of the pipeline. */
export const TARGETS = {
  snapshot: "Reads the help of the tool's binary over its whole command tree",
  union: 'Merges the snapshots of each version over all its targets',
  'wrapper-coverage': 'Writes the declared coverage of the wrapper in its normal form',
  report: 'Compares upstream with the wrapper, declared and as its source is, and writes what is missing',
  'surface-diff': 'Compares each version with the one before it and writes the history of the surface',
  'wrapper-validate':
    'Runs the validation command of the wrapper with the real executables and records how it ended',
  'version-metadata': 'Writes how far each version has come, as far as its artifacts support it',
  validate: 'Derives every artifact again in memory and fails on what drifted',
  'snapshot-verify': 'Measures the binary again and fails if the committed snapshot differs',
  'support-matrix': 'Publishes what is supported of which tool, by version and target',
} as const;

/** One target by name. */
export type TargetName = keyof typeof TARGETS;
