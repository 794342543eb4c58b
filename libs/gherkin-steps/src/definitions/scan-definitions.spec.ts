import { writtenPattern } from './step-definition';
import { scanDefinitions } from './scan-definitions';

/** Everything found in a file as `line:column pattern`, parameter types in braces and findings by their id. */
function scan(text: string, file = 'steps.ts'): string[] {
  const { definitions, parameterTypes, findings } = scanDefinitions(file, text);
  const at = (position?: { line: number; column: number }) => `${position?.line}:${position?.column}`;
  return [
    ...definitions.map(({ position, pattern }) => `${at(position)} ${writtenPattern(pattern)}`),
    ...parameterTypes.map(
      ({ position, name, regexps }) =>
        `${at(position)} {${name}} ${regexps.map(({ source, flags }) => `/${source}/${flags}`).join(' ')}`,
    ),
    ...findings.map(({ position, id }) => `${at(position)} ${id}`),
  ];
}

const CUCUMBER = `import { Given, When, Then } from '@cucumber/cucumber';\n`;

describe('scanDefinitions', () => {
  describe('counts a call whose name leads to a library of steps', () => {
    it.each([
      ['a named import', `import { Given } from '@cucumber/cucumber';\nGiven('a', () => {});`],
      ['a renamed import', `import { Given as G } from '@cucumber/cucumber';\nG('a', () => {});`],
      ['a namespace', `import * as cucumber from '@cucumber/cucumber';\ncucumber.When('a', () => {});`],
      ['a default import', `import cucumber from '@cucumber/cucumber';\ncucumber.Then('a', () => {});`],
      ['defineStep', `import { defineStep } from '@cucumber/cucumber';\ndefineStep('a', () => {});`],
      [
        'the Cypress preprocessor',
        `import { Given } from '@badeball/cypress-cucumber-preprocessor';\nGiven('a', () => {});`,
      ],
      ['require', `const { Given } = require('@cucumber/cucumber');\nGiven('a', () => {});`],
      [
        'require with another name',
        `const { Given: given } = require('@cucumber/cucumber');\ngiven('a', () => {});`,
      ],
      ['a member of require', `var Given = require('cucumber').Given;\nGiven('a', () => {});`],
      ['import =', `import cucumber = require('@cucumber/cucumber');\ncucumber.Given('a', () => {});`],
      [
        'createBdd',
        `import { createBdd } from 'playwright-bdd';const { Given } = createBdd(test);\nGiven('a', () => {});`,
      ],
      [
        'an object of createBdd',
        `import { createBdd } from 'playwright-bdd';const bdd = createBdd();\nbdd.Step('a', () => {});`,
      ],
      ['a file of the project', `import { Given } from '../fixtures';\nGiven('a', () => {});`],
      ['a path alias', `import { Given } from '@e2e/fixtures';\nGiven('a', () => {});`],
      [
        'an alias',
        `import { Given } from '@cucumber/cucumber';const Angenommen = Given;\nAngenommen('a', () => {});`,
      ],
      ['a global', `\nGiven('a', () => {});`],
      ['a global in lower case', `\nand('a', () => {});`],
      [
        'defineSupportCode',
        `const { defineSupportCode } = require('cucumber'); defineSupportCode(({ Given }) => {\nGiven('a', () => {}); });`,
      ],
      ['this', `module.exports = function () {\nthis.Given('a', () => {}); };`],
      [
        'a call with options',
        `import { Given } from '@cucumber/cucumber';\nGiven('a', { timeout: 1 }, async function () {});`,
      ],
      ['a type assertion', `import { Given } from '@cucumber/cucumber';\n(Given as any)('a', () => {});`],
      [
        'a function around it',
        `import { Given } from '@cucumber/cucumber'; export function register() {\nGiven('a', () => {}); }`,
      ],
    ])('%s', (_, text) => {
      expect(scan(text)).toEqual([expect.stringMatching(/^2:1 'a'$/)]);
    });

    it('decorators', () => {
      const text = `import { binding, given, when } from 'cucumber-tsflow';
import { Fixture, Given, Then as T } from 'playwright-bdd/decorators';
@binding() class Steps {
  @given('a') a() {}
  @when(/^b (\\d+)$/) b(n: number) {}
  @Given('c') c = () => {};
  @T('d {int}') static d() {}
}`;
      expect(scan(text)).toEqual(["4:4 'a'", '5:4 /^b (\\d+)$/', "6:4 'c'", "7:4 'd {int}'"]);
    });
  });

  it.each([
    ['a function of the file', `function Given(x) {}\nGiven('a');`],
    ['a function that is handed in', `export const f = (Given) => Given('a');`],
    ['a constant of the file', `const Given = (x) => x; Given('a');`],
    ['another package', `import { when } from 'ts-mockito'; when('a');`],
    ["a report's decorator", `import { Step } from 'allure'; class A { @Step('a') a() {} }`],
    ['a step of a report', `import { step } from './report'; step('a');`],
    ['a member of something else', `promise.then('a'); test.step('b'); this.when('c');`],
    ['a member of a default export', `import test from './fixtures'; test.step('a', () => {});`],
    ['a name in an inner scope', `${CUCUMBER}{ const Given = f; Given('a'); }`],
    ['running a step', `import { Step } from '@badeball/cypress-cucumber-preprocessor'; Step(this, 'a');`],
    ['comments and strings', `// Given('a')\nconst x = "Given('b')";`],
    ['hooks', `import { Before, After } from '@cucumber/cucumber'; Before('@a', () => {}); After(() => {});`],
    [
      'a jest-cucumber scenario',
      `defineFeature(f, (test) => test('s', ({ given }) => { given('a', () => {}); }));`,
    ],
    ['a call without arguments', `${CUCUMBER}Given();`],
    ['names of prototypes', `import x from '@cucumber/cucumber'; x.constructor('a'); x.toString('b');`],
  ])('does not count %s', (_, text) => {
    expect(scan(text)).toEqual([]);
  });

  it('reads every pattern that is known without running the code', () => {
    const text = `${CUCUMBER}const NAME = 'name'; const P = { login: 'l', nested: /n/ } as const; enum E { a = 'e' }
const HEAD = /^head/;
Given("d'q");
Given(\`t\`);
Given(/r\\/(\\d+)/i);
Given(new RegExp('c+', 'i'));
Given(RegExp(/x/, 'u'));
Given('a ' + NAME + \` \${NAME}\`);
Given(P.login);
Given(P.nested);
Given(E.a);
Given(new RegExp(HEAD.source + String.raw\` \\d$\`));
Given('line\\nbreak' as string);`;
    expect(scan(text)).toEqual([
      "4:1 'd\\'q'",
      "5:1 't'",
      '6:1 /r\\/(\\d+)/i',
      '7:1 /c+/i',
      '8:1 /x/u',
      "9:1 'a name name'",
      "10:1 'l'",
      '11:1 /n/',
      "12:1 'e'",
      '13:1 /^head \\d$/',
      "14:1 'line\\nbreak'",
    ]);
  });

  it('tells patterns that are only known when the code runs, with their place', () => {
    const text = `${CUCUMBER}for (const word of words) Given(word, f);
export const given = (pattern) => Given(pattern, f);
let changing = 'a';
Given(changing);
Given('a ' + f());
Given(\`b \${process.env.X}\`);
Given(...all);
Given(imported.PATTERN);`;
    const unknown = 'stepcheck/unknown-pattern';
    expect(scan(text)).toEqual([
      `2:33 ${unknown}`,
      `3:41 ${unknown}`,
      `5:7 ${unknown}`,
      `6:7 ${unknown}`,
      `7:7 ${unknown}`,
      `8:7 ${unknown}`,
      `9:7 ${unknown}`,
    ]);
    expect(scanDefinitions('s.ts', text).findings[0]).toMatchObject({
      severity: 'warning',
      fix: 'write the pattern as a literal in s.ts at line 2',
    });
  });

  it('reads parameter types', () => {
    const text = `import { defineParameterType } from '@cucumber/cucumber';
defineParameterType({ name: 'flight', regexp: /([A-Z]{3})-([A-Z]{3})/, transformer: (a, b) => [a, b] });
defineParameterType({ name: 'colour', regexp: [/red/, 'blue'] });
defineParameterType({ name: NAME, regexp: /x/ });
defineParameterType(options);`;
    expect(scan(text)).toEqual([
      '2:1 {flight} /([A-Z]{3})-([A-Z]{3})/',
      '3:1 {colour} /red/ /blue/',
      '4:1 stepcheck/unknown-pattern',
      '5:1 stepcheck/unknown-pattern',
    ]);
  });

  it.each(['a.js', 'a.cjs', 'a.mjs', 'a.jsx', 'a.ts', 'a.cts', 'a.mts', 'a.tsx'])('reads %s', (file) => {
    expect(scan(`${CUCUMBER}Given('a', async () => { await f?.(x ?? y); });`, file)).toEqual(["2:1 'a'"]);
  });

  it('reads Flow, JSX and TypeScript in .js', () => {
    expect(scan(`// @flow\ntype A = {| a: 1 |};\nGiven('a', (x: ?string) => <a/>);`, 'a.js')).toEqual([
      "3:1 'a'",
    ]);
    expect(scan(`enum A { a }\nGiven('a', (x: string) => x satisfies string);`, 'a.js')).toEqual(["2:1 'a'"]);
  });

  it('tells where a file cannot be parsed', () => {
    expect(scanDefinitions('a.ts', `Given('a', () => {\n  ]`).findings).toEqual([
      {
        id: 'stepcheck/unparsable-definitions',
        severity: 'error',
        message: 'step definitions cannot be parsed: Unexpected token',
        file: 'a.ts',
        position: { line: 2, column: 3 },
        fix: 'correct the syntax of a.ts, or leave the file out of "steps.definitions"',
      },
    ]);
  });

  it('does not follow what grows without end', () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `const a${index + 1} = a${index} + a${index};`);
    expect(scan(`const a0 = 'x';\n${doubling.join('\n')}\nGiven(a60);\nGiven(a3);`)).toEqual([
      "63:1 'xxxxxxxx'",
      '62:7 stepcheck/unknown-pattern',
    ]);
    expect(scan(`const a = b; const b = a;\nGiven(a); a('x');`)).toEqual(['2:7 stepcheck/unknown-pattern']);
    expect(scan(`${'('.repeat(20_000)}`)).toEqual([
      expect.stringContaining('stepcheck/unparsable-definitions'),
    ]);
    expect(scan(`Given('${'x'.repeat(5_000_000)}')`)).toEqual([
      expect.stringContaining('stepcheck/too-large'),
    ]);
  });
});
