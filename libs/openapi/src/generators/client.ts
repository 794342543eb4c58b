import { generatedHeader } from '@fixpoint/contract-formats';
import { success } from '@fixpoint/model';
import { emitClient } from '../client/emit-client';
import { OUTPUT_LIST } from '../output-list';
import type { Generator } from './generator';

/** The typed client on top of the generated types. Its version changes with what it emits. */
export const clientGenerator: Generator = {
  name: 'client',
  version: '1',
  generate: async ({ config: { file, client, types }, bundle }) => {
    const text = emitClient(bundle, { client: client as string, types: types as string });
    return success([{ path: client as string, text: `${generatedHeader(OUTPUT_LIST, file)}${text}` }]);
  },
};
