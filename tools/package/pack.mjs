// Builds the published package into dist/plugins/nx and packs it: dist/plugins/nx/fixpoint-nx-<version>.tgz.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const workspace = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const source = join(workspace, 'plugins/nx');
const destination = join(workspace, 'dist/plugins/nx');
const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));

/** Each in a folder of its name, with its schema. */
const GENERATORS = Object.keys(JSON.parse(readFileSync(join(source, 'generators.json'), 'utf8')).generators);

/** Everything but the entry points goes into runner.js once, instead of into each of them. */
const sharedRunner = {
  name: 'shared-runner',
  setup({ onResolve }) {
    onResolve({ filter: /^@fixpoint\/runner$/ }, ({ importer, kind }) =>
      kind === 'entry-point' ? undefined : { path: pathToRunner(importer), external: true },
    );
  },
};

function pathToRunner(importer) {
  return importer.includes('/executors/') ? '../../runner.js' : './runner.js';
}

const common = {
  absWorkingDir: workspace,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Nothing of another package is copied; that all are declared is tested beside the plugin.
  packages: 'external',
  tsconfig: 'tsconfig.base.json',
  define: { __FIXPOINT_VERSION__: JSON.stringify(manifest.version) },
  logLevel: 'warning',
};

rmSync(destination, { recursive: true, force: true });
mkdirSync(destination, { recursive: true });

await build({
  ...common,
  entryPoints: { runner: 'libs/runner/src/index.ts' },
  outdir: join(destination, 'dist'),
});
await build({
  ...common,
  plugins: [sharedRunner],
  entryPoints: {
    index: 'plugins/nx/src/index.ts',
    plugin: 'plugins/nx/src/plugin.ts',
    'executors/run/run.impl': 'plugins/nx/src/executors/run/run.impl.ts',
    'executors/run/batch.impl': 'plugins/nx/src/executors/run/batch.impl.ts',
    ...Object.fromEntries(
      GENERATORS.map((name) => [
        `generators/${name}/${name}`,
        `plugins/nx/src/generators/${name}/${name}.ts`,
      ]),
    ),
  },
  outdir: join(destination, 'dist'),
});
await build({
  ...common,
  plugins: [sharedRunner],
  entryPoints: { fixpoint: 'apps/cli/src/main.ts' },
  outdir: join(destination, 'dist'),
  banner: { js: '#!/usr/bin/env node' },
});

chmodSync(join(destination, 'dist/fixpoint.js'), 0o755);
cpSync(join(source, 'src/executors/run/schema.json'), join(destination, 'dist/executors/run/schema.json'));
for (const name of GENERATORS) {
  const schema = `generators/${name}/schema.json`;
  cpSync(join(source, 'src', schema), join(destination, 'dist', schema));
}
cpSync(join(workspace, 'docs/reference/schemas'), join(destination, 'dist/schemas'), { recursive: true });
for (const file of ['executors.json', 'generators.json', 'migrations.json', 'README.md']) {
  cpSync(join(source, file), join(destination, file));
}
cpSync(join(workspace, 'LICENSE'), join(destination, 'LICENSE'));
writeFileSync(join(destination, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);

const declarations = join(workspace, 'dist/declarations');
rmSync(declarations, { recursive: true, force: true });
execFileSync('npx', ['tsc', '-p', 'tools/package/tsconfig.json', '--outDir', declarations], {
  cwd: workspace,
  stdio: 'inherit',
});
copyDeclarations('index');
copyDeclarations('plugin');
execFileSync('npm', ['pack', '--silent', '--ignore-scripts'], { cwd: destination, stdio: 'inherit' });

/** Copies what users see and what that mentions; declarations of libraries that are bundled are of no use to them. */
function copyDeclarations(name) {
  const file = join(destination, 'dist', `${name}.d.ts`);
  if (existsSync(file)) return;
  const text = readFileSync(join(declarations, 'plugins/nx/src', `${name}.d.ts`), 'utf8');
  const foreign = /from '(@fixpoint\/[^']+)'/.exec(text);
  if (foreign !== null) throw new Error(`${name}.d.ts shows types of ${foreign[1]}, which is not published`);
  writeFileSync(file, text);
  for (const [, mentioned] of text.matchAll(/(?:from |import\()['"]\.\/([^'"]+)['"]/g))
    copyDeclarations(mentioned);
}
