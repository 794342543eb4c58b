import { addUsageFlags } from './usage-flags';
import { ownForms, usageCommands } from './usage-commands';

const context = { program: 'git', path: ['remote'] };

describe('usageCommands', () => {
  it.each([
    [
      ['git remote [-v]', 'git remote add [-t <b>] <name>', 'git remote show <name>'],
      ['add', 'show'],
    ],
    [['git remote (start|stop) [<x>]'], ['start', 'stop']],
    [
      ['git remote [--ref <r>] [list [<o>]]', 'git remote merge --abort'],
      ['list', 'merge'],
    ],
    [['git remote file', 'git remote -l path'], []],
    [['git remote only'], []],
    [['git remote run [--quiet] <name> [-- <args>]'], ['run']],
    [['git remote run [--quiet] name'], []],
    [['git remote run <name> [--quiet]'], []],
    [
      ['/bin/git remote add', '/bin/git remote show'],
      ['add', 'show'],
    ],
    [['git other add', 'git other show'], []],
  ])('%j', (forms, names) => {
    expect(usageCommands(forms, context)).toEqual(names);
  });

  it('leaves the forms of subcommands out of the own ones', () => {
    expect(ownForms(['git remote [-v]', 'git remote add -t'], context, ['add'])).toEqual(['git remote [-v]']);
  });
});

describe('addUsageFlags', () => {
  const names = (form: string) => addUsageFlags([], [form]).map((flag) => flag.long ?? flag.short);

  it.each([
    ['git [-p | --paginate] [-C <path>] [--exec-path[=<path>]]', ['-p', '--paginate', '-C', '--exec-path']],
    ['arp [-vn] [-i <if>]', ['-v', '-n', '-i']],
    ['tool -[ADI] chain [--[no-]graph]', ['-A', '-D', '-I', '--graph', '--no-graph']],
    ['tool [--options] [-NUM] [file]', []],
  ])('%s', (form, expected) => {
    expect(names(form)).toEqual(expected);
  });

  it('adds nothing that a table lists', () => {
    const listed = [{ long: '--all', short: '-a', takes_value: false }];
    expect(addUsageFlags(listed, ['tool [-a|--all]'])).toEqual(listed);
  });
});
