import type { CoverageDeclaration } from '@fixpoint/surface-formats';

const INTERACTIVE = 'Needs a terminal and a person; the SDK runs turns without either.';
const ACCOUNT = 'Signing in is done by a person once; the SDK hands an API key over in the environment.';
const ADMINISTRATION = 'Maintains the installation or its stored sessions; not part of running a turn.';
const OTHER_PROTOCOL = 'Serves a protocol of its own; the SDK speaks the JSON lines of `exec`.';

/** What `@openai/codex-sdk` covers of the Codex command line. */
export const coverage = {
  schema_version: 1,
  coverage: [
    {
      path: [],
      // Not waived as intentional: a waiver of the root would cover every command below it.
      level: 'unsupported',
      note: INTERACTIVE,
      flags: [
        { key: '--no-alt-screen', level: 'intentionally_unsupported', note: INTERACTIVE },
        { key: '--no-daemon', level: 'intentionally_unsupported', note: INTERACTIVE },
        { key: '--remote', level: 'intentionally_unsupported', note: INTERACTIVE },
        { key: '--remote-auth-token-env', level: 'intentionally_unsupported', note: INTERACTIVE },
        { key: '--help', level: 'intentionally_unsupported', note: 'Prints help and ends.' },
        { key: '--version', level: 'intentionally_unsupported', note: 'Prints the version and ends.' },
      ],
      args: [{ name: 'PROMPT', level: 'intentionally_unsupported', note: INTERACTIVE }],
    },
    {
      path: ['exec'],
      level: 'explicit',
      flags: [
        { key: '--add-dir', level: 'explicit' },
        { key: '--cd', level: 'explicit' },
        { key: '--config', level: 'explicit' },
        { key: '--cyber-access-program', level: 'explicit' },
        { key: '--experimental-json', level: 'explicit' },
        { key: '--image', level: 'explicit' },
        { key: '--model', level: 'explicit' },
        { key: '--output-schema', level: 'explicit' },
        { key: '--sandbox', level: 'explicit' },
        { key: '--skip-git-repo-check', level: 'explicit' },
        { key: '--thread-source', level: 'explicit' },
      ],
      args: [
        {
          name: 'PROMPT',
          level: 'passthrough',
          note: 'The prompt is written to stdin, which `exec` reads in its place.',
        },
      ],
    },
    {
      path: ['exec', 'resume'],
      level: 'explicit',
      flags: [{ key: '--image', level: 'explicit' }],
      args: [
        {
          name: 'PROMPT',
          level: 'passthrough',
          note: 'The prompt is written to stdin, which `exec resume` reads in its place.',
        },
        { name: 'SESSION_ID', level: 'explicit' },
      ],
    },
    { path: ['agents'], level: 'intentionally_unsupported', note: INTERACTIVE },
    { path: ['app-server'], level: 'intentionally_unsupported', note: OTHER_PROTOCOL },
    { path: ['archive'], level: 'intentionally_unsupported', note: ADMINISTRATION },
    { path: ['completion'], level: 'intentionally_unsupported', note: 'Prints shell completions.' },
    { path: ['debug'], level: 'intentionally_unsupported', note: ADMINISTRATION },
    { path: ['delete'], level: 'intentionally_unsupported', note: ADMINISTRATION },
    { path: ['doctor'], level: 'intentionally_unsupported', note: ADMINISTRATION },
    { path: ['exec-server'], level: 'intentionally_unsupported', note: OTHER_PROTOCOL },
    { path: ['fork'], level: 'intentionally_unsupported', note: INTERACTIVE },
    { path: ['login'], level: 'intentionally_unsupported', note: ACCOUNT },
    { path: ['logout'], level: 'intentionally_unsupported', note: ACCOUNT },
    { path: ['mcp-server'], level: 'intentionally_unsupported', note: OTHER_PROTOCOL },
    { path: ['migrate-nfs-db'], level: 'intentionally_unsupported', note: ADMINISTRATION },
    { path: ['migrate-rollouts'], level: 'intentionally_unsupported', note: ADMINISTRATION },
    { path: ['plugin'], level: 'intentionally_unsupported', note: ADMINISTRATION },
    { path: ['remote-control'], level: 'intentionally_unsupported', note: OTHER_PROTOCOL },
    { path: ['resume'], level: 'intentionally_unsupported', note: INTERACTIVE },
    { path: ['sandbox'], level: 'intentionally_unsupported', note: ADMINISTRATION },
    { path: ['unarchive'], level: 'intentionally_unsupported', note: ADMINISTRATION },
    { path: ['update'], level: 'intentionally_unsupported', note: ADMINISTRATION },
  ],
} satisfies CoverageDeclaration;
