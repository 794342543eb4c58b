import { join } from 'node:path';
import { expectGoldenDirectory } from '@fixpoint/testkit';
import { REPORTERS, type ReporterId } from './registry';
import { REPORTS } from './testing/reports';

const FIXTURES = join(__dirname, '../fixtures/reports');

const FILES: Readonly<Record<ReporterId, string>> = {
  text: 'text.txt',
  json: 'report.json',
  markdown: 'comment.md',
  sarif: 'report.sarif',
  junit: 'junit.xml',
  github: 'github.log',
};

describe('goldens', () => {
  it.each(Object.entries(REPORTS))('%s', (name, report) => {
    const artifacts = Object.entries(REPORTERS).map(([id, reporter]) => ({
      path: FILES[id as ReporterId],
      text: reporter(report, { version: '1.2.3' }).output,
    }));
    const color = { path: 'color.txt', text: REPORTERS.text(report, { color: true }).output };
    expectGoldenDirectory(join(FIXTURES, name), [...artifacts, color]);
  });
});
