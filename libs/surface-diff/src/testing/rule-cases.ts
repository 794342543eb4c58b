import { LINUX, MACOS } from '@fixpoint/testkit';
import type { RuleId } from '../rules/rules';
import type { Sketch } from './diff';

type Flag = NonNullable<Sketch[string]['flags']>[number];
type Arg = NonNullable<Sketch[string]['args']>[number];

const root = { usage: 'tool [OPTIONS]' };
const command = (fields: Sketch[string] = {}): Sketch => ({
  '': root,
  run: { usage: 'tool run', ...fields },
});
const flags = (...list: Flag[]): Sketch => command({ flags: list });
const args = (usage: string, ...list: Arg[]): Sketch => command({ usage, args: list });

/** A flag with a value that is described in full. */
const value = (fields: object = {}): Sketch => flags({ key: '--mode', takes_value: true, ...fields });
const switched = (fields: object = {}): Sketch => flags({ key: '--mode', ...fields });
const arg = (fields: object = {}): Sketch => args('tool run [FILE]', { name: 'FILE', ...fields });

/** For each rule the smallest pair of surfaces between which it fires; read backwards, one of its mirrors does. */
export const RULE_CASES: Readonly<Record<RuleId, readonly [before: Sketch, after: Sketch]>> = {
  'command-removed': [command(), { '': root }],
  'hidden-command-removed': [command({ hidden: true }), { '': root }],
  'command-hidden': [command(), command({ hidden: true })],
  'command-revealed': [command({ hidden: true }), command()],
  'command-added': [{ '': root }, command()],
  'hidden-command-added': [{ '': root }, command({ hidden: true })],
  'command-renamed': [command({ aliases: ['start'] }), { '': root, start: { usage: 'tool start' } }],
  'command-primary-name-changed': [command(), { '': root, start: { usage: 'tool start', aliases: ['run'] } }],
  'command-rename-guessed': [
    command({ about: 'Runs the program', flags: ['--all'] }),
    { '': root, runs: { usage: 'tool runs', about: 'Runs the program', flags: ['--all'] } },
  ],
  'command-alias-removed': [command({ aliases: ['r'] }), command()],
  'command-alias-added': [command(), command({ aliases: ['r'] })],
  'command-spelling-moved': [
    { ...command({ aliases: ['r'] }), remove: { usage: 'tool remove' } },
    { ...command(), remove: { usage: 'tool remove', aliases: ['r'] } },
  ],
  'command-target-lost': [command(), command({ available_on: [LINUX, MACOS] })],
  'command-target-gained': [command({ available_on: [LINUX] }), command()],
  'command-deprecated': [command({ about: 'Runs' }), command({ about: 'Runs (deprecated)' })],
  'command-undeprecated': [command({ about: 'DEPRECATED: runs' }), command({ about: 'Runs' })],
  'command-stability-changed': [command(), command({ stability: 'beta' })],
  'command-about-changed': [command({ about: 'Runs' }), command({ about: 'Runs it' })],
  'command-usage-changed': [command(), command({ usage: 'tool run [OPTIONS]' })],
  'command-not-comparable': [command({ flags: ['--all'] }), { '': root, run: {} }],

  'flag-removed': [flags('--all'), flags()],
  'hidden-flag-removed': [flags({ key: '--all', hidden: true }), flags()],
  'flag-hidden': [flags('--all'), flags({ key: '--all', hidden: true })],
  'flag-revealed': [flags({ key: '--all', hidden: true }), flags('--all')],
  'flag-added': [flags(), flags('--all')],
  'hidden-flag-added': [flags(), flags({ key: '--all', hidden: true })],
  'required-flag-added': [flags(), flags({ key: '--all', required: true })],
  'flag-became-required': [flags('--all'), flags({ key: '--all', required: true })],
  'flag-became-optional': [flags({ key: '--all', required: true }), flags('--all')],
  'flag-renamed': [flags({ key: '--all', aliases: ['--every'] }), flags('--every')],
  'flag-primary-name-changed': [flags('--all'), flags({ key: '--every', aliases: ['--all'] })],
  'flag-rename-guessed': [
    flags({ key: '--color-mode', description: 'When to use colors' }),
    flags({ key: '--color', description: 'When to use colors' }),
  ],
  'flag-alias-removed': [flags({ key: '--all', aliases: ['--every'] }), flags('--all')],
  'flag-alias-added': [flags('--all'), flags({ key: '--all', aliases: ['--every'] })],
  'flag-short-removed': [flags({ key: '--all', short: '-a' }), flags('--all')],
  'flag-short-added': [flags('--all'), flags({ key: '--all', short: '-a' })],
  'flag-spelling-moved': [
    flags({ key: '--profile', short: '-p' }, '--port'),
    flags('--profile', { key: '--port', short: '-p' }),
  ],
  'flag-value-added': [switched(), value()],
  'flag-value-removed': [value(), switched()],
  'flag-optional-value-added': [switched(), value({ value_optional: true })],
  'flag-optional-value-removed': [value({ value_optional: true }), switched()],
  'flag-value-became-required': [value({ value_optional: true }), value()],
  'flag-value-became-optional': [value(), value({ value_optional: true })],
  'flag-value-must-be-attached': [value(), value({ value_attached: true })],
  'flag-value-may-be-detached': [value({ value_attached: true }), value()],
  'flag-value-count-changed': [value({ value_name: 'A' }), value({ value_names: ['A', 'B'] })],
  'flag-value-name-changed': [value({ value_name: 'A' }), value({ value_name: 'B' })],
  'flag-no-longer-repeatable': [switched({ repeatable: true }), switched()],
  'flag-became-repeatable': [switched(), switched({ repeatable: true })],
  'flag-choice-removed': [value({ choices: ['a', 'b'] }), value({ choices: ['a'] })],
  'flag-choice-added': [value({ choices: ['a'] }), value({ choices: ['a', 'b'] })],
  'flag-choices-introduced': [value(), value({ choices: ['b', 'a'] })],
  'flag-choices-lifted': [value({ choices: ['a'] }), value()],
  'flag-default-changed': [value({ default: 'a' }), value({ default: 'b' })],
  'flag-default-added': [value(), value({ default: 'a' })],
  'flag-default-removed': [value({ default: 'a' }), value()],
  'flag-env-removed': [value({ env: 'A' }), value()],
  'flag-env-added': [value(), value({ env: 'A' })],
  'flag-env-changed': [value({ env: 'A' }), value({ env: 'B' })],
  'flag-target-lost': [flags('--all'), flags({ key: '--all', available_on: [LINUX] })],
  'flag-target-gained': [flags({ key: '--all', available_on: [LINUX] }), flags('--all')],
  'flag-deprecated': [
    switched({ description: 'Sets it' }),
    switched({ description: 'Sets it [deprecated]' }),
  ],
  'flag-undeprecated': [
    switched({ description: 'Deprecated, use --all instead' }),
    switched({ description: 'Sets it' }),
  ],
  'flag-stability-changed': [switched({ stability: 'beta' }), switched({ stability: 'stable' })],
  'flag-description-changed': [switched({ description: 'Sets it' }), switched({ description: 'Sets that' })],

  'arg-removed': [arg(), command({ usage: 'tool run' })],
  'arg-added': [args('tool run <A>', 'A'), args('tool run <A> [B]', 'A', 'B')],
  'required-arg-added': [command(), args('tool run <A>', { name: 'A', required: true })],
  'arg-inserted': [args('tool run <A>', 'A'), args('tool run [B] <A>', 'A', 'B')],
  'arg-renamed': [args('tool run <A>', 'A'), args('tool run <B>', 'B')],
  'arg-order-changed': [args('tool run <A> <B>', 'A', 'B'), args('tool run <B> <A>', 'A', 'B')],
  'arg-became-required': [arg(), arg({ required: true })],
  'arg-became-optional': [arg({ required: true }), arg()],
  'arg-no-longer-variadic': [arg({ variadic: true }), arg()],
  'arg-became-variadic': [arg(), arg({ variadic: true })],
  'arg-choice-removed': [arg({ choices: ['a', 'b'] }), arg({ choices: ['a'] })],
  'arg-choice-added': [arg({ choices: ['a'] }), arg({ choices: ['a', 'b'] })],
  'arg-choices-introduced': [arg(), arg({ choices: ['a'] })],
  'arg-choices-lifted': [arg({ choices: ['a'] }), arg()],
  'arg-default-changed': [arg({ default: 'a' }), arg({ default: 'b' })],
  'arg-default-added': [arg(), arg({ default: 'a' })],
  'arg-default-removed': [arg({ default: 'a' }), arg()],
  'arg-env-removed': [arg({ env: 'A' }), arg()],
  'arg-env-added': [arg(), arg({ env: 'A' })],
  'arg-env-changed': [arg({ env: 'A' }), arg({ env: 'B' })],
  'arg-target-lost': [arg(), arg({ available_on: [LINUX] })],
  'arg-target-gained': [arg({ available_on: [LINUX] }), arg()],
  'arg-note-changed': [arg({ note: 'a' }), arg({ note: 'b' })],
};
