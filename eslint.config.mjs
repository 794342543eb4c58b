import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const layer = (sourceTag, ...allowed) => ({
  sourceTag: `layer:${sourceTag}`,
  onlyDependOnLibsWithTags: allowed.map((tag) => `layer:${tag}`),
});

/** Node built-ins through which the world is read or changed; only `workspace-io` may import them. */
const EFFECTS = ['fs', 'fs/promises', 'child_process', 'os', 'process', 'worker_threads', 'timers'];

/** What reaches other machines; only `acquisition` may, for the commands that a user runs to download. */
const NETWORK = ['net', 'http', 'http2', 'https', 'tls', 'dgram', 'dns', 'dns/promises', 'undici'];

const networkBan = {
  'no-restricted-imports': [
    'error',
    {
      paths: NETWORK.flatMap((name) => [name, `node:${name}`]).map((name) => ({
        name,
        message: 'Nothing downloads at run time.',
      })),
    },
  ],
  'no-restricted-globals': [
    'error',
    ...['fetch', 'WebSocket', 'EventSource'].map((name) => ({
      name,
      message: 'Nothing downloads at run time.',
    })),
  ],
};

const effectBan = {
  'no-restricted-imports': [
    'error',
    {
      paths: [...EFFECTS, ...NETWORK]
        .flatMap((name) => [name, `node:${name}`])
        .map((name) => ({
          name,
          message: 'Effects live in @fixpoint/workspace-io; ask for a port instead.',
        })),
    },
  ],
};

const purity = {
  'no-restricted-globals': [
    'error',
    { name: 'process', message: 'Environment and process are ports.' },
    ...['fetch', 'WebSocket', 'EventSource'].map((name) => ({
      name,
      message: 'Nothing downloads at run time.',
    })),
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector:
        "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
      message: 'The clock is a port.',
    },
    {
      selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
      message: 'Derivations are deterministic.',
    },
    {
      selector: "CallExpression[callee.property.name='localeCompare']",
      message: 'Sort by code unit: localeCompare depends on the machine.',
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/node_modules',
      '**/tmp',
      '**/.nx',
      '**/fixtures',
      '**/*.cjs',
      '**/*.mjs',
      'jest.preset.js',
    ],
  },
  ...nx.configs['flat/base'],
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          // The reference is made from the command line's own tables.
          allow: ['@fixpoint/cli'],
          depConstraints: [
            layer('model', 'model'),
            layer('parser', 'model', 'parser', 'testkit'),
            layer('core', 'model', 'core', 'testkit'),
            layer('effects', 'model', 'testkit'),
            layer('derive', 'model', 'parser', 'testkit'),
            layer('catalog', 'model', 'derive'),
            layer('adapter', 'model', 'core', 'effects', 'parser', 'derive', 'catalog', 'adapter', 'testkit'),
            layer('subject', 'model'),
            layer('app', 'model', 'core', 'effects', 'parser', 'subject', 'testkit'),
            layer('testkit', 'model'),
            layer('tool', 'model', 'core', 'effects', 'parser', 'derive', 'catalog', 'adapter', 'testkit'),
          ],
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      complexity: ['error', 12],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-console': 'error',
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts', 'plugins/**/*.ts'],
    ignores: [
      'libs/workspace-io/**',
      'libs/acquisition/**',
      'libs/testkit/**',
      '**/*.spec.ts',
      '**/*.e2e.ts',
    ],
    rules: { ...effectBan, ...purity },
  },
  {
    files: ['libs/workspace-io/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: networkBan,
  },
  {
    // The adapters' entry points talk to their process; the clock there only stamps task durations for Nx.
    files: ['apps/*/src/main.ts', 'plugins/nx/src/executors/**/*.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    // Tests may put layers together: a derivation against real ports is what an integration test is.
    files: ['**/*.spec.ts', '**/*.e2e.ts', 'libs/testkit/**/*.ts', 'tools/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': 'off',
      'max-lines-per-function': 'off',
      'no-console': 'off',
      complexity: 'off',
      'no-restricted-globals': 'off',
      'no-restricted-syntax': 'off',
    },
  },
);
