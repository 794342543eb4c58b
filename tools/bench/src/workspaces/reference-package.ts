/** The least that a plugin can do: the same targets for every marker, from its path alone, without reading it. */
const PLUGIN = `
exports.name = 'bench-reference';
exports.createNodes = exports.createNodesV2 = ['**/RULES.json', (files, { targets }) =>
  files.map((file) => {
    const manifest = file.slice(0, file.lastIndexOf('/'));
    const root = manifest.slice(0, manifest.lastIndexOf('/'));
    const own = {};
    for (const id in targets) own[id] = { ...targets[id], options: { root: manifest } };
    return [file, { projects: { [root]: { root, name: root.slice(root.lastIndexOf('/') + 1), targets: own } } }];
  })];
`;

/** An executor that does nothing, alone and in a batch. */
const EXECUTOR = `
exports.one = async () => ({ success: true });
exports.batch = async function* (taskGraph) {
  for (const task of Object.keys(taskGraph.tasks)) {
    const now = Date.now();
    yield { task, result: { success: true, terminalOutput: '', startTime: now, endTime: now } };
  }
};
`;

/** A package with a plugin and an executor that do nothing: the floor of what Nx itself costs. Files by path. */
export const REFERENCE_PACKAGE: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'bench-reference',
    version: '1.0.0',
    main: 'plugin.js',
    executors: './executors.json',
  }),
  'plugin.js': PLUGIN,
  'executor.js': EXECUTOR,
  'executors.json': JSON.stringify({
    executors: {
      empty: {
        implementation: './executor#one',
        batchImplementation: './executor#batch',
        schema: './schema.json',
        preferBatch: true,
      },
    },
  }),
  'schema.json': JSON.stringify({
    version: 2,
    outputCapture: 'direct-nodejs',
    type: 'object',
    properties: { root: { type: 'string' } },
  }),
};
