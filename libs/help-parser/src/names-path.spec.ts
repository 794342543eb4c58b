import { namesPath } from './names-path';
import { parseHelpPage } from './parse-help-page';

const names = (usage: string, path: string[], aliases?: ReadonlyMap<string, readonly string[]>): boolean =>
  namesPath(parseHelpPage(`${usage}\n\nOptions:\n  -h, --help  Print help\n`, { path }), path, aliases);

describe('namesPath', () => {
  it('refuses the page of a parent', () => {
    expect(names('Usage: demo [OPTIONS] [PROMPT]', ['nope'])).toBe(false);
    expect(names('Usage: demo exec [OPTIONS] [PROMPT]', ['exec', 'nope'])).toBe(false);
    expect(names('Usage: demo other [OPTIONS]', ['exec'])).toBe(false);
  });

  it('takes the page that was asked for', () => {
    expect(names('Usage: demo [OPTIONS]', [])).toBe(true);
    expect(names('Usage: demo exec resume [OPTIONS]', ['exec', 'resume'])).toBe(true);
    expect(names('Usage: demo exec [OPTIONS]\n       demo exec resume', ['exec'])).toBe(true);
    expect(names('Usage: demo copy from to', ['copy'])).toBe(true);
  });

  it('takes the page of another name of the command, either way round', () => {
    const aliases = new Map([['exec', ['e', 'ex']]]);
    expect(names('Usage: demo exec [OPTIONS]', ['e'], aliases)).toBe(true);
    expect(names('Usage: demo ex [OPTIONS]', ['exec'], aliases)).toBe(true);
    expect(names('Usage: demo exec [OPTIONS]', ['x'], aliases)).toBe(false);
  });

  it('takes a page without usage line', () => {
    expect(names('Does it.', ['exec'])).toBe(true);
  });
});
