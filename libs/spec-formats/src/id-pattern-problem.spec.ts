import { idPatternProblem } from './id-pattern-problem';

describe('idPatternProblem', () => {
  it.each(['', 'x*', '.*', '.+', '\\w+', '[^ ]+', '\\d+', '(', 'a|)', '(?=x)'])('refuses %j', (pattern) => {
    expect(idPatternProblem(pattern)).toEqual({ message: expect.any(String), fix: expect.any(String) });
  });

  it.each(['[A-Z]+-\\d{3}', 'REQ_\\d+', 'ORCH-[0-9]{4}', '[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-[0-9]{3,}'])(
    'takes %j',
    (pattern) => {
      expect(idPatternProblem(pattern)).toBeUndefined();
    },
  );
});
