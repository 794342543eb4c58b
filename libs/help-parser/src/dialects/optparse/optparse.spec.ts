import { parseHelpPage } from '../../parse-help-page';

const PAGE = `Usage: demo [options]

Options:
  -h, --help       show this help message and exit
  --skip=errors    leave out what is listed (default:
                   none)
  --only=errors    the rest

  More Options:
    --slow         take time
`;

describe('pages of optparse', () => {
  it('have rows whose first line may end in a colon', () => {
    const page = parseHelpPage(PAGE, { path: [] });
    expect(page.dialect).toBe('optparse');
    expect(page.flags.map((flag) => flag.long)).toEqual(['--help', '--skip', '--only', '--slow']);
  });
});
