import { parseHelpPage } from '../parse-help-page';

const detect = (text: string): string => parseHelpPage(text, { path: [] }).dialect;

describe('detection', () => {
  it.each([
    [
      'kong',
      'Usage: demo <command> [flags]\n\nFlags:\n  -h, --help    Show context-sensitive help.\n\nCommands:\n  go    Go.\n\nRun "demo <command> --help" for more information on a command.\n',
    ],
    [
      'kingpin',
      'usage: demo [<flags>]\n\nFlags:\n  -h, --help      Show context-sensitive help (also try --help-long).\n      --a.b=""    What.\n',
    ],
    [
      'brocli, the root',
      'Usage:\n  demo [command]\n\nAvailable Commands:\n  go      Go\n  stop\n\nFlags:\n  -h, --help      help for demo\n  -v, --version   version for demo\n',
    ],
    [
      'brocli, a command',
      'Usage:\n  demo go [flags]\n\nFlags:\n  --out string   where\n\nGlobal flags:\n  -h, --help      help for go\n',
    ],
    [
      'a program that writes [OPTIONS] and long flags with one dash',
      'Usage: demo new [OPTIONS] NAME\n\nOptions:\n\n  -lock=false    How.\n\n  -state=path    Where.\n',
    ],
  ])('takes %s for no other framework', (_, text) => expect(detect(text)).toBe('generic'));

  it.each([
    [
      'cobra',
      'cobra',
      'Usage:\n  demo [command]\n\nAvailable Commands:\n  go      Go\n\nFlags:\n  -h, --help   help for demo\n\nUse "demo [command] --help" for more information about a command.\n',
    ],
    [
      'parse-options',
      'getopt',
      'usage: demo go [-n] [--at=<place>]\n\n    -n, --dry-run         only tell\n    --at-a-place-far-away <place>\n                          where\n',
    ],
  ])('knows %s', (_, dialect, text) => expect(detect(text)).toBe(dialect));

  it('leaves rows in other columns to others than parse-options', () => {
    expect(detect('usage: demo go [-n]\n\n  -n, --dry-run         only tell\n')).not.toBe('getopt');
  });
});
