import { success } from '@fixpoint/model';
import { emitClient } from '../client/emit-client';
import { MANIFEST } from '../manifest/manifest';
import { fileHeader } from './file-header';
import type { Generator } from './generator';

/** The typed client on top of the generated types. Its version changes with what it emits. */
export const clientGenerator: Generator = {
  name: 'client',
  version: '1',
  generate: async ({ config: { file, client, types }, bundle }) => {
    const text = emitClient(bundle, { client: client as string, types: types as string });
    return success([{ path: client as string, text: `${fileHeader(file, MANIFEST)}${text}` }]);
  },
};
