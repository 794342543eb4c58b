import { parseHelpPage } from '../../parse-help-page';

const detect = (text: string): string => parseHelpPage(text, { path: [] }).dialect;

describe('the clap dialect', () => {
  it.each([
    ['version 4', 'Usage: demo [OPTIONS]\n\nOptions:\n  -h, --help  Print help\n'],
    [
      'version 2',
      'demo 1.0\n\nUSAGE:\n    demo [FLAGS]\n\nFLAGS:\n    -h, --help    Prints help information\n',
    ],
    [
      'a page without help flag',
      'Usage: demo run [OPTIONS] <FILE>\n\nOptions:\n      --watch[=<FILES>...]  Watch\n',
    ],
    [
      'a page of commands',
      'Usage: demo <COMMAND>\n\nCommands:\n  help  Print this message or the help of the given subcommand(s)\n',
    ],
    ['a page with the usage alone', 'Usage: demo sub [OPTIONS]\n\nOptions:\n'],
  ])('is seen on %s', (_, text) => {
    expect(detect(text)).toBe('clap');
  });

  it.each([
    [
      'cobra',
      'Usage:\n  demo [command]\n\nAvailable Commands:\n  a  b\n\nFlags:\n  -h, --help         help for demo\n      --x string   y\n',
    ],
    ['docker', 'Usage:  demo [OPTIONS] COMMAND\n\nOptions:\n      --config string   Where\n'],
    ['argparse', 'usage: demo [-h]\n\noptions:\n  -h, --help  show this help message and exit\n'],
    [
      'commander',
      'Usage: demo [options] [command]\n\nOptions:\n  -h, --help  display help for command\n\nCommands:\n  a <b>  c\n',
    ],
    [
      'click',
      'Usage: demo [OPTIONS] COMMAND [ARGS]...\n\nOptions:\n  --level TEXT  How\n  --help       Show this message and exit.\n',
    ],
    [
      'yargs',
      'demo run\n\nOptions:\n      --version  Show version number  [boolean]\n  -a, --all  All  [boolean] [default: false]\n',
    ],
  ])('is not seen on %s', (_, text) => {
    expect(detect(text)).not.toBe('clap');
  });
});
