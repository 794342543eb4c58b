import { parseHelpPage } from '../../parse-help-page';

const PAGE = `Usage of /opt/demo:
  -cert string
    	path of the certificate (default "cert.pem")
  -duration duration
    	how long
  -header value
    	-x is no row here
  -n int
    	how many
  -v	say more
`;

describe('pages of the Go package flag', () => {
  it('have one dash before names of any length, and a type behind those that take a value', () => {
    const page = parseHelpPage(PAGE, { path: [] });
    expect(page.dialect).toBe('go-flag');
    expect(page.flags.map(({ long, short, value_name }) => [long ?? short, value_name])).toEqual([
      ['-cert', 'string'],
      ['-duration', 'duration'],
      ['-header', 'value'],
      ['-n', 'int'],
      ['-v', undefined],
    ]);
  });
});
