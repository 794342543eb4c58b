import { z } from 'zod';

const scope = z.looseObject({
  platforms: z.array(z.string()).nullish(),
  target_triples: z.array(z.string()).nullish(),
});

const common = { level: z.string(), note: z.string().nullish(), scope: scope.nullish() };

/** `wrapper_coverage.json` as far as the rules look into it; null counts as absent, unknown keys and levels are passed over. */
export const wrapperShape = z.looseObject({
  schema_version: z.number().int().min(0),
  coverage: z.array(
    z.looseObject({
      path: z.array(z.string()),
      ...common,
      flags: z.array(z.looseObject({ key: z.string(), ...common })).nullish(),
      args: z.array(z.looseObject({ name: z.string(), ...common })).nullish(),
    }),
  ),
});

/** The parsed file. */
export type WrapperDocument = z.infer<typeof wrapperShape>;

/** Where an entry applies, as it was written. */
export type WrapperScope = z.infer<typeof scope> | null | undefined;
