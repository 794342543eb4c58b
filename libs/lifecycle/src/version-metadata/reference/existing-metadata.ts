import { failure, success, type Result } from '@fixpoint/model';
import { parseJson } from '@fixpoint/structured-text';
import {
  fixCommand,
  versionMetadataFile,
  type Manifest,
  type ValidationSets,
} from '@fixpoint/surface-formats';
import { z } from 'zod';
import { VERSION_METADATA, type VersionFacts } from '../metadata-facts';

const targets = z.array(z.string()).nullish();

const schema = z.looseObject({
  status: z.string().optional(),
  notes: z.string().nullish(),
  validation: z
    .looseObject({ passed_targets: targets, failed_targets: targets, skipped_targets: targets })
    .nullish(),
});

/** What stays of a metadata file when it is written again. */
export interface ExistingMetadata {
  readonly status?: string;
  readonly notes?: string;
  readonly validation?: ValidationSets;
}

/** Reads a committed metadata file as far as rules version 1 carries it over; an absent one carries nothing over. */
export function readExistingMetadata(
  { version, metadata }: VersionFacts,
  manifest: Manifest,
): Result<ExistingMetadata> {
  if (metadata === undefined) return success({});
  const file = versionMetadataFile(version);
  const parsed = parseJson(metadata, file, VERSION_METADATA);
  const fix = `correct ${file}, or remove it and run: ${fixCommand(VERSION_METADATA, manifest, version)} --status <status>`;
  if (!parsed.ok) return failure(...parsed.findings.map((finding) => ({ ...finding, fix })));
  const read = schema.safeParse(parsed.value);
  if (read.success) return success(toExisting(read.data));
  return failure(
    ...read.error.issues.map((issue) => ({
      id: 'version-metadata/metadata-malformed',
      severity: 'error' as const,
      message: `${file}: /${issue.path.join('/')}: ${issue.message}`,
      file,
      path: `/${issue.path.join('/')}`,
      fix,
    })),
  );
}

function toExisting({ status, notes, validation }: z.infer<typeof schema>): ExistingMetadata {
  const sets = validation && {
    ...(validation.passed_targets && { passed_targets: validation.passed_targets }),
    ...(validation.failed_targets && { failed_targets: validation.failed_targets }),
    ...(validation.skipped_targets && { skipped_targets: validation.skipped_targets }),
  };
  return { status, notes: notes ?? undefined, validation: sets ?? undefined };
}
