import { stepcheckDerivation } from './stepcheck-derivation';
import { runStepcheck, toldFindings } from './test-support';

const FEATURE = `Feature: Basket
  Background:
    Given a shop

  Scenario: Buying
    When I put 3 apples into the basket
    But I have no money
    * nobody sees me
    Then I pay "nothing"

  Scenario Outline: Selling <what>
    When I sell <n> <what>
    Examples:
      | n | what  |
      | 1 | apple |
      | 2 | pears |
`;
const STEPS = `import { Given, When, Then } from '@cucumber/cucumber';
Given('a shop', () => {});
When('I put {int} apples into the basket', () => {});
When('I have no money', () => {});
Given('nobody sees me', () => {});
Then(/^I pay "(.*)"$/, () => {});
When(/^I sell (\\d+) (apple|pears)$/, () => {});
`;
const GOOD = { 'a.feature': FEATURE, 'steps.ts': STEPS };

describe('stepcheckDerivation', () => {
  it('has nothing to say where every step has one definition and every definition a step', async () => {
    expect(await runStepcheck(GOOD)).toEqual({ outcome: undefined, findings: [] });
  });

  it('asks nothing of a project that never asked for it, and says what it did not check', async () => {
    expect(await runStepcheck({ 'a.ts': STEPS }, { byDefault: true })).toEqual({
      outcome: undefined,
      findings: [],
    });
    const { findings } = await runStepcheck({ 'a.feature': FEATURE }, { byDefault: true });
    expect(findings).toMatchObject([{ id: 'stepcheck/no-definitions', severity: 'note' }]);
    const broken = { ...GOOD, 'a.feature': FEATURE.replace('a shop', 'a stall') };
    expect(toldFindings(await runStepcheck(broken, { byDefault: true }))).toContain(
      'undefined-step a.feature:3:5 a stall',
    );
  });

  it('does nothing where no steps are configured, and owns no file', async () => {
    expect(await runStepcheck({ 'a.feature': 'broken' }, 'off')).toEqual({
      outcome: undefined,
      findings: [],
    });
    const config = { root: 'libs/api', severity: {} };
    expect(stepcheckDerivation.owns(config, { check: true })).toEqual([]);
    expect(stepcheckDerivation.allowsEmpty?.(config, { check: true })).toBe(true);
    expect(stepcheckDerivation.fix('libs/api')).toBe('fixpoint stepcheck --root libs/api');
  });

  it('tells an undefined step at its place, with what was probably meant and the missing code [FP-STEP-001]', async () => {
    const { findings } = await runStepcheck({
      ...GOOD,
      'steps.ts': STEPS.replace('have no money', 'have no mony'),
    });
    expect(findings).toEqual([
      {
        id: 'stepcheck/undefined-step',
        severity: 'error',
        message: 'nothing defines the step "I have no money"',
        file: 'a.feature',
        position: { line: 7, column: 5 },
        expected: "'I have no mony'",
        actual: 'I have no money',
        fix: `write the step so that 'I have no mony' (steps.ts:4) matches it, or define it:
When('I have no money', function () {
  // Write code here that turns the phrase above into concrete actions
  return 'pending';
});`,
      },
      expect.objectContaining({
        id: 'stepcheck/unused-definition',
        file: 'steps.ts',
        position: { line: 4, column: 1 },
      }),
    ]);
  });

  it('tells a step of an outline with the row that gives it [FP-STEP-001]', async () => {
    const { findings } = await runStepcheck({ ...GOOD, 'steps.ts': STEPS.replace('|pears', '') });
    expect(findings).toMatchObject([
      {
        id: 'stepcheck/undefined-step',
        message: 'nothing defines the step "I sell 2 pears" (the row of examples at line 16)',
        position: { line: 12, column: 5 },
        actual: 'I sell 2 pears',
      },
    ]);
    expect(findings[0]?.fix).toContain("When('I sell {int} pears', function (int) {");
  });

  it('tells a step of a background once, and thousands of rows in a few findings', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `|n${index}|`).join('\n');
    const outline = `Feature: F\nBackground:\n* ground\nScenario: s\n* step <x>\nExamples:\n|x|\n${rows}\n`;
    const run = await runStepcheck({ 'a.feature': outline, 'steps.ts': `Given('other', f)` });
    expect(toldFindings(run)).toEqual([
      'undefined-step a.feature:3:1 ground',
      ...[0, 1, 2, 3, 4].map((index) => `undefined-step a.feature:5:1 step n${index}`),
      "unused-definition steps.ts:1:1 'other'",
    ]);
    expect(run.findings[5]?.message).toContain('and so for 9995 more rows');
  });

  it('tells all definitions of an ambiguous step [FP-STEP-002]', async () => {
    const { findings } = await runStepcheck({ ...GOOD, 'more.js': `Given(/shop$/, f);` });
    expect(findings).toEqual([
      {
        id: 'stepcheck/ambiguous-step',
        severity: 'error',
        message: `2 definitions match the step "a shop": /shop$/ (more.js:1), 'a shop' (steps.ts:2)`,
        file: 'a.feature',
        position: { line: 3, column: 5 },
        expected: 'one definition',
        actual: 'a shop',
        fix: `make the patterns tell the step apart, or remove all but one: /shop$/ (more.js:1), 'a shop' (steps.ts:2)`,
      },
    ]);
  });

  it('tells a pattern that is registered twice, whatever its key word [FP-STEP-003]', async () => {
    const run = await runStepcheck({
      ...GOOD,
      'x.ts': `Then('never', f); When('never', f); Given(/^never$/, f);`,
    });
    expect(toldFindings(run).filter((line) => line.startsWith('duplicate'))).toEqual([
      "duplicate-definition x.ts:1:19 'never'",
      'duplicate-definition x.ts:1:37 /^never$/',
    ]);
    expect(run.findings.find(({ id }) => id.endsWith('duplicate-definition'))).toMatchObject({
      severity: 'error',
      message: "the pattern 'never' is registered already: 'never' (x.ts:1)",
    });
  });

  it('takes patterns from a list instead of code', async () => {
    const files = {
      'a.feature': 'Feature: F\nScenario: s\n* noop\n* other\n',
      'steps.json': '["^noop$", "^unused$", "("]',
    };
    expect(toldFindings(await runStepcheck(files, { definitions: [], patterns: 'steps.json' }))).toEqual([
      'undefined-step a.feature:4:1 other',
      'unused-definition steps.json:1:12 /^unused$/',
      'invalid-pattern steps.json:1:24 /(/',
    ]);
  });

  it('counts steps with a pattern that is not known, where a step is undefined', async () => {
    const { findings } = await runStepcheck({ ...GOOD, 'steps.ts': STEPS.replace("'a shop'", 'SHOP') });
    expect(findings.map(({ id, severity }) => `${severity} ${id}`)).toEqual([
      'error stepcheck/undefined-step',
      'warning stepcheck/unknown-pattern',
    ]);
    expect(findings[0]?.message).toBe(
      'nothing defines the step "a shop", unless one of the patterns does that are not known (stepcheck/unknown-pattern: 1)',
    );
  });

  it('uses parameter types of another file', async () => {
    const files = {
      'a.feature': 'Feature: F\nScenario: s\n* LHR is late\n* LHR is early\n',
      'a.ts': `Given('{flight} is late', f); Given('{fligth} is early', f);`,
      'b.ts': `defineParameterType({ name: 'flight', regexp: /[A-Z]{3}/ });`,
    };
    expect(toldFindings(await runStepcheck(files))).toEqual([
      'undefined-step a.feature:4:1 LHR is early',
      "unknown-parameter-type a.ts:1:31 '{fligth} is early'",
    ]);
  });

  describe('does not pass without having checked anything', () => {
    it.each([
      ['no features', { 'steps.ts': STEPS }, {}, ['usage', 'no-features .']],
      ['no files of definitions', { 'a.feature': FEATURE }, {}, ['usage', 'no-definitions .']],
      ['no list', { 'a.feature': FEATURE }, { patterns: 'x.json' }, ['usage', 'absent-patterns x.json']],
      [
        'an empty list',
        { 'a.feature': FEATURE, 'x.json': '[]' },
        { patterns: 'x.json' },
        [undefined, 'no-definitions .'],
      ],
      ['no definitions in code', { 'a.feature': FEATURE, 'a.ts': '' }, {}, [undefined, 'no-definitions .']],
      [
        'no steps',
        { 'a.feature': 'Feature: F\nScenario: s\n', 'a.ts': `Given('a', f)` },
        {},
        [undefined, 'no-steps .', 'empty-scenario a.feature:2:1', "unused-definition a.ts:1:1 'a'"],
      ],
    ])('%s [FP-STEP-004]', async (_, files, steps, [outcome, ...expected]) => {
      const run = await runStepcheck(files, steps);
      expect(toldFindings(run)).toEqual(expected);
      expect(run.outcome).toBe(outcome);
      expect(run.findings.some(({ severity }) => severity === 'error')).toBe(true);
    });
  });

  it('tells features and scenarios that test nothing', async () => {
    const files = {
      ...GOOD,
      'b.feature': '',
      'c.feature': 'Feature: F\n',
      'd.feature': 'Feature: F\nScenario: s\nScenario: o\n* nobody sees me\nExamples:\n|a|\n',
    };
    const run = await runStepcheck(files);
    expect(toldFindings(run)).toEqual([
      'empty-feature b.feature:1:1',
      'empty-feature c.feature:1:1',
      'empty-scenario d.feature:2:1',
      'empty-examples d.feature:3:1',
    ]);
    expect(run.findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });
});
