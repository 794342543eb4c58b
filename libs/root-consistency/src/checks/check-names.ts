import type { Finding } from '@fixpoint/model';
import { shellWord, type Manifest } from '@fixpoint/surface-formats';
import { problemOf } from '../problem-at';
import type { RootFacts } from '../root-facts';

/**
 * Names at the top of a root that differ from those that are read only in case.
 *
 * @req FP-ROOT-002
 */
export function checkNames({ misnamed }: RootFacts, { root }: Manifest): readonly Finding[] {
  const place = (name: string): string => shellWord(root === '' || root === '.' ? name : `${root}/${name}`);
  return misnamed.map(({ name, meant }) =>
    problemOf(name, {
      id: 'misnamed-file',
      message: `${name} is not read: its name is that of ${meant} but for upper and lower case`,
      expected: meant,
      actual: name,
      fix: `git mv -- ${place(name)} ${place(meant)}`,
    }),
  );
}
