import { fixCommand } from './fix-command';

describe('fixCommand', () => {
  it('names the root, and what else is given', () => {
    expect(fixCommand('union', { root: 'libs/codex/cli_manifest' })).toBe(
      'fixpoint union --root libs/codex/cli_manifest',
    );
    expect(fixCommand('snapshot', { root: '', version: '1.0.0-rc.1+5', target: 'linux-x64' })).toBe(
      'fixpoint snapshot --root . --version 1.0.0-rc.1+5 --target linux-x64',
    );
  });

  it('quotes what a shell would read as more than a word', () => {
    expect(fixCommand('union', { root: "it's here", version: '$(x)' })).toBe(
      "fixpoint union --root 'it'\\''s here' --version '$(x)'",
    );
  });
});
