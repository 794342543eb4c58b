import { isHelpText } from './is-help-text';

describe('isHelpText', () => {
  it.each([
    ['a usage line', 'Does it.\n\nUsage: demo [X]\n'],
    ['a label above the usage', 'USAGE\n\n  demo [X]\n'],
    ['a table without usage', 'demo logout\n\nOptions:\n  --help  Show help.\n'],
    ['rows without heading', 'demo [options]\n\nBasic:\n  -a  A\n  -b  B\n  -c, --cc  C\n'],
    [
      'a manual page without flags',
      'NAME\n       demo -\n\nDESCRIPTION\n       Does it.\n\nTOPICS\n       o one\n',
    ],
    ['a warning before it', 'warning: old config\n\nUsage: demo [X]\n'],
  ])('takes %s', (_, text) => {
    expect(isHelpText(text)).toBe(true);
  });

  it.each([
    ['nothing', ' \n'],
    ['a version', 'demo 1.2.3\n'],
    [
      'an error that ends in a usage line',
      "error: unexpected argument '--x' found\n\nUsage: demo [OPTIONS]\n\nFor more information, try '--help'.\n",
    ],
    ['an error with its program', 'demo: Error: no such command\nUsage: demo [X]\n'],
    ['a script', 'if [ "$1" = "" ]; then\n        echo "x"\n        usage: x\nfi\n'],
    ['data', '{\n  "options": [\n    "-a"\n  ]\n}\n'],
    ['a list', 'alpha  stable  true\nbeta  removed  false\n'],
    ['a sentence on usage', 'The usage is free.\n'],
  ])('refuses %s', (_, text) => {
    expect(isHelpText(text)).toBe(false);
  });
});
