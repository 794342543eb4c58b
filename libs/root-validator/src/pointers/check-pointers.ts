import { shellWord } from '@fixpoint/surface-formats';
import type { ViolationCode } from '../findings/codes';
import type { Violation } from '../findings/violation';
import type { RootContext } from '../root-context';
import { restoreCommand, writeLineCommand } from '../shared/fixes';
import { shown } from '../shared/words';
import { fileAt, type RootView } from '../view/tree';
import {
  LATEST_VALIDATED_FILE,
  MIN_SUPPORTED_FILE,
  POINTER_KINDS,
  pointerPath,
  type PointerKind,
} from './pointer-files';
import { readPointer, type PointerReading } from './read-pointer';

/** What the pointers of a root say; a pointer that could not be used says nothing. */
export interface PointerValues {
  readonly minSupported?: string;
  readonly latestValidated?: string;
  readonly byTarget: readonly TargetPointer[];
}

/** The version that one pointer of one target names. */
export interface TargetPointer {
  readonly kind: PointerKind;
  readonly target: string;
  readonly version: string;
}

/** The part of a context that reading pointers takes. */
export type PointerContext = Pick<RootContext, 'view' | 'rules'>;

/** Reads every pointer of a root (parity contract §9.3 b). */
export function readPointers(context: PointerContext): PointerValues {
  const { expected_targets: targets } = context.rules.union;
  return {
    minSupported: versionOf(readRootPointer(context, MIN_SUPPORTED_FILE)),
    latestValidated: versionOf(readRootPointer(context, LATEST_VALIDATED_FILE)),
    byTarget: targets.flatMap((target) =>
      POINTER_KINDS.flatMap((kind) => {
        const version = versionOf(readTargetPointer(context, kind, target));
        return version === undefined ? [] : [{ kind, target, version }];
      }),
    ),
  };
}

/** What is wrong with the pointer files, each by itself and with each other. */
export function checkPointers(context: PointerContext): readonly Violation[] {
  const { view, rules } = context;
  const rootFiles = [MIN_SUPPORTED_FILE, LATEST_VALIDATED_FILE].flatMap((path) => {
    const reading = readRootPointer(context, path);
    const mayBeAbsent = reading.kind === 'absent' && !rules.policy.demandsRootPointers;
    return mayBeAbsent ? [] : problemOf({ view, path, target: undefined }, reading);
  });
  const targetFiles = rules.union.expected_targets.flatMap((target) =>
    POINTER_KINDS.flatMap((kind) => {
      const path = pointerPath(kind, target);
      const keys = { keyOrName: target, target, field: kind };
      return problemOf({ view, path, ...keys }, readTargetPointer(context, kind, target));
    }),
  );
  return [...rootFiles, ...targetFiles, ...mismatch(context)];
}

function readRootPointer({ view, rules }: PointerContext, path: string): PointerReading {
  const noneAllowed = rules.versioning.pointers.root_pointers_allow_none;
  return readPointer(fileAt(view, path), { isStableVersion: rules.isStableVersion, noneAllowed });
}

function readTargetPointer({ view, rules }: PointerContext, kind: PointerKind, target: string) {
  const { isStableVersion } = rules;
  return readPointer(fileAt(view, pointerPath(kind, target)), { isStableVersion, noneAllowed: true });
}

function versionOf(reading: PointerReading): string | undefined {
  return reading.kind === 'version' ? reading.version : undefined;
}

interface PointerPlace {
  readonly view: RootView;
  readonly path: string;
  /** Absent for the pointers of the root. */
  readonly target: string | undefined;
  readonly keyOrName?: string;
  readonly field?: string;
}

type Problem = readonly [code: ViolationCode, message: string, fix: string];

function problemOf({ view, ...keys }: PointerPlace, reading: PointerReading): Violation[] {
  const problem = describe({ view, ...keys }, reading);
  if (problem === undefined) return [];
  const [code, message, fix] = problem;
  return [{ code, unit: 'pointers', ...keys, message, fix }];
}

function describe(place: PointerPlace, reading: PointerReading): Problem | undefined {
  const { view, path, target } = place;
  const fallback = target === undefined ? writeVersion(place) : writeLineCommand(view, path, 'none');
  switch (reading.kind) {
    case 'absent':
      return ['POINTER_MISSING_FILE', `${path} is missing`, create(place, fallback)];
    case 'unreadable':
      return ['POINTER_UNREADABLE', `${path} cannot be read: ${reading.reason}`, restoreCommand(view, path)];
    case 'format': {
      const fix = reading.line === '' ? fallback : writeLineCommand(view, path, reading.line);
      return ['POINTER_INVALID_FORMAT', `${path} is not one plain line: ${reading.problem}`, fix];
    }
    case 'value': {
      const wanted = target === undefined ? 'a stable version' : 'a stable version or none';
      return ['POINTER_INVALID_VALUE', `${path} must name ${wanted}, not ${shown(reading.value)}`, fallback];
    }
    default:
      return undefined;
  }
}

function create({ view, path, target }: PointerPlace, command: string): string {
  if (target === undefined) return command;
  const directory = path.slice(0, path.lastIndexOf('/'));
  const place = view.root === '' || view.root === '.' ? directory : `${view.root}/${directory}`;
  return `mkdir -p ${shellWord(place)} && ${command}`;
}

function writeVersion({ view, path }: PointerPlace): string {
  return `write one stable version and a line end, for example: ${writeLineCommand(view, path, '1.2.3')}`;
}

/** The root's own pointer must say what the pointer of the required target says. */
function mismatch(context: PointerContext): Violation[] {
  const { view, rules } = context;
  const required = rules.union.required_target;
  const latest = versionOf(readRootPointer(context, LATEST_VALIDATED_FILE));
  const pointed = versionOf(readTargetPointer(context, 'latest_validated', required));
  if (latest === undefined || latest === pointed) return [];
  const path = pointerPath('latest_validated', required);
  return [
    {
      code: 'POINTER_LATEST_VALIDATED_MISMATCH',
      path: LATEST_VALIDATED_FILE,
      unit: 'pointers',
      keyOrName: required,
      field: 'latest_validated',
      target: required,
      message: `${LATEST_VALIDATED_FILE} names ${latest}, ${path} ${pointed ?? 'no version'}`,
      expected: pointed ?? 'none',
      actual: latest,
      fix: writeLineCommand(view, path, latest),
    },
  ];
}
