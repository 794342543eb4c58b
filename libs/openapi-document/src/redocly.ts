import { ToolError, type ModulePort } from '@fixpoint/model';

/** What is used of `@redocly/openapi-core`, in its own names (version 2). */
export interface RedoclyCore {
  readonly Source: new (absoluteRef: string, body: string) => RedoclySource;
  readonly BaseResolver: new () => RedoclyResolver;
  readonly ResolveError: new (cause: Error) => Error;
  createConfig(config: { readonly rules: Readonly<Record<string, string>> }): Promise<unknown>;
  lintDocument(request: {
    readonly document: RedoclyDocument;
    readonly config: unknown;
    readonly externalRefResolver: RedoclyResolver;
  }): Promise<readonly RedoclyProblem[]>;
  bundle(request: {
    readonly doc: RedoclyDocument;
    readonly config: unknown;
    readonly externalRefResolver: RedoclyResolver;
  }): Promise<{ readonly bundle: { readonly parsed: unknown } }>;
}

export interface RedoclySource {
  readonly absoluteRef: string;
}

export interface RedoclyDocument {
  readonly source: RedoclySource;
  readonly parsed: unknown;
}

/** Both members are overridden, so that nothing is read but what is at hand. */
export interface RedoclyResolver {
  resolveExternalRef(base: string | null, reference: string): string;
  resolveDocument(base: string | null, reference: string): Promise<RedoclyDocument>;
}

export interface RedoclyProblem {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly suggest: readonly string[];
  readonly location: readonly { readonly source: RedoclySource; readonly pointer?: string }[];
}

const PACKAGE = '@redocly/openapi-core';

/** The library that knows the structure of OpenAPI, loaded when the first document is checked: it takes longer than most checks. */
export async function loadRedocly({ load }: ModulePort): Promise<RedoclyCore> {
  const loaded = await load(PACKAGE);
  if (loaded !== undefined) return loaded.module as unknown as RedoclyCore;
  throw new ToolError(`${PACKAGE}, which checks the structure of OpenAPI documents, is not installed`, {
    fix: 'install @fixpoint/nx again: npm install --save-dev @fixpoint/nx',
  });
}
