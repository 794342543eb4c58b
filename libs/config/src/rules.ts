import type { Finding } from '@fixpoint/model';
import { positionOfPointer, toPointer } from '@fixpoint/structured-text';
import type { Rules } from './rules-schema';
import { exclusionViolation } from './schema-findings';

interface Problem {
  readonly at: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}

type CrossFieldRule = (rules: Rules) => Problem[];

/** Rules that one key alone cannot express; each gives all of its problems. */
const RULES: readonly CrossFieldRule[] = [
  function exactlyOneRequiredTarget(rules) {
    const required = Object.entries(rules.targets).filter(([, target]) => target.required);
    if (required.length === 1) return [];
    return [
      {
        at: ['targets'],
        message: `exactly one target must be required, ${required.length} are`,
        fix: 'set "required": true on one entry of "targets"',
      },
    ];
  },
  function binaryNamesItsPlace(rules) {
    return Object.entries(rules.targets).flatMap(([triple, { binary }]) => {
      const at = ['targets', triple, 'binary'];
      const places = [binary?.path, binary?.command, binary?.package].filter((place) => place !== undefined);
      // Without a place the executable is what was acquired.
      const isAcquired = places.length === 0 && binary?.files.length !== 0;
      if (binary === undefined || places.length === 1 || isAcquired) return [];
      const message =
        'a binary needs exactly one of "path", "command" and "package", or "files" of what is acquired';
      return [{ at, message, fix: 'name one of the three, or only "files"' }];
    });
  },
  function packagedBinaryNamesItsFile(rules) {
    return Object.entries(rules.targets).flatMap(([triple, { binary }]) =>
      binary?.package !== undefined && binary.files.length === 0
        ? [
            {
              at: ['targets', triple, 'binary'],
              message: 'a binary from a package needs "files"',
              fix: 'add "files": ["<glob of the executable inside the package>"]',
            },
          ]
        : [],
    );
  },
  function evidenceNamesOneSource(rules) {
    const evidence = rules.wrapper?.evidence;
    if (evidence === undefined || (evidence.package === undefined) !== (evidence.directory === undefined))
      return [];
    return [
      {
        at: ['wrapper', 'evidence'],
        message: 'evidence needs either "package" or "directory"',
        fix: 'name one of the two',
      },
    ];
  },
  function exclusionsAreUnique(rules) {
    const seen = new Set<string>();
    return rules.parity_exclusions.flatMap((unit, index) => {
      const identity = JSON.stringify([
        unit.unit,
        unit.path,
        'key' in unit ? unit.key : 'name' in unit ? unit.name : '',
      ]);
      const first = !seen.has(identity);
      seen.add(identity);
      if (first) return [];
      return [
        {
          at: ['parity_exclusions', index],
          message: 'this unit is excluded twice',
          fix: 'remove one of the two',
        },
      ];
    });
  },
];

/** The findings of all cross-field rules over a marker whose shape is right. */
export function ruleFindings(rules: Rules, text: string, file: string): Finding[] {
  return RULES.flatMap((rule) => rule(rules)).map(({ at, message, fix }) => {
    const pointer = toPointer(at);
    return {
      id: 'config/rule',
      ...exclusionViolation(pointer, 'PARITY_EXCLUSIONS_DUPLICATE'),
      severity: 'error' as const,
      message,
      file,
      position: positionOfPointer(text, pointer),
      path: pointer,
      fix: `${fix} in ${file}`,
    };
  });
}
