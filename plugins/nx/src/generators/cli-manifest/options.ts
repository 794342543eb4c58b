/** Options of the `cli-manifest` generator; `schema.json` describes each. */
export interface CliManifestGeneratorOptions {
  readonly name: string;
  readonly directory?: string;
  readonly project?: string;
  readonly package?: string;
  readonly files?: readonly string[];
  readonly path?: string;
  readonly executable?: string;
  readonly githubRepo?: string;
  readonly releasePackage?: string;
  readonly tagPattern?: string;
  readonly asset?: readonly string[];
  readonly targets?: readonly string[];
  readonly dialect?: string;
  readonly helpFlag?: string;
  readonly helpExitCodes?: readonly number[];
  readonly wrapper?: string;
  readonly skipFormat?: boolean;
}
