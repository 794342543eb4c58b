/**
 * The program that makes a schema of code, run by `node -e` in a process of its own: it executes the user's code, which may print, hang,
 * end the process or throw. The answer goes to a file, because standard output belongs to that code.
 *
 * It uses what the user has installed, as seen from the source file. TypeScript is compiled by `typescript` up to version 6, else by
 * `esbuild`, else by Node itself where Node can; nothing of it is written to disk.
 */
export const MAKER_SCRIPT = String.raw`'use strict';
const fs = require('node:fs');
const path = require('node:path');
const Module = require('node:module');
const { pathToFileURL } = require('node:url');
const request = JSON.parse(process.argv[1]);
const fromSource = Module.createRequire(request.source);

function answer(value) {
  fs.writeFileSync(request.result, JSON.stringify(value));
  process.exit(0);
}
function fail(kind, error, more) {
  const message = error instanceof Error ? error.message : String(error);
  answer({ ok: false, kind, message: message.split('\n')[0], ...more });
}
function find(name) {
  try {
    return fromSource(name);
  } catch (error) {
    if (['MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes(error && error.code)) return undefined;
    throw error;
  }
}
function versionOf(name) {
  for (const directory of fromSource.resolve.paths(name) || []) {
    const manifest = path.join(directory, name, 'package.json');
    if (fs.existsSync(manifest)) return JSON.parse(fs.readFileSync(manifest, 'utf8')).version;
  }
  return 'unknown';
}
function tsconfigOf(ts) {
  const file = ts.findConfigFile(path.dirname(request.source), ts.sys.fileExists);
  if (file === undefined) return {};
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  const host = { ...ts.sys, readDirectory: () => [] };
  return ts.parseJsonConfigFileContent(config || {}, host, path.dirname(file)).options;
}
function compileWithTypescript(ts) {
  const given = tsconfigOf(ts);
  const { experimentalDecorators, emitDecoratorMetadata, useDefineForClassFields, jsx } = given;
  const compilerOptions = {
    experimentalDecorators, emitDecoratorMetadata, useDefineForClassFields, jsx,
    module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true,
  };
  const compile = (module, fileName) => {
    const text = fs.readFileSync(fileName, 'utf8');
    const { outputText, diagnostics } = ts.transpileModule(text, { fileName, compilerOptions, reportDiagnostics: true });
    const [broken] = diagnostics.filter(({ category, file }) => file && category === ts.DiagnosticCategory.Error);
    if (broken) {
      const { line, character } = ts.getLineAndCharacterOfPosition(broken.file, broken.start);
      const said = ts.flattenDiagnosticMessageText(broken.messageText, ' ');
      throw new Error(path.basename(fileName) + ':' + (line + 1) + ':' + (character + 1) + ': ' + said);
    }
    module._compile(outputText, fileName);
  };
  for (const ending of ['.ts', '.tsx', '.mts', '.cts']) Module._extensions[ending] = compile;
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function (name, parent, ...rest) {
    const importer = parent && parent.filename;
    if (importer && /\.[cm]?tsx?$/.test(importer) && !importer.includes(path.sep + 'node_modules' + path.sep)) {
      const found = ts.resolveModuleName(name, importer, given, ts.sys).resolvedModule;
      const file = found && found.resolvedFileName;
      if (file && !found.isExternalLibraryImport && /\.[cm]?tsx?$/.test(file) && !/\.d\.[cm]?ts$/.test(file)) return file;
    }
    return resolve.call(this, name, parent, ...rest);
  };
}
function loadWithEsbuild(esbuild) {
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [request.source], bundle: true, write: false, format: 'cjs', platform: 'node',
    target: 'node20', packages: 'external', logLevel: 'silent',
  });
  const module = new Module(request.source);
  module.filename = request.source;
  module.paths = Module._nodeModulePaths(path.dirname(request.source));
  module._compile(outputFiles[0].text, request.source);
  return module.exports;
}
async function load() {
  if (!/\.[cm]?tsx?$/.test(request.source)) return import(pathToFileURL(request.source).href);
  const ts = find('typescript');
  if (ts && typeof ts.transpileModule === 'function') {
    compileWithTypescript(ts);
    return fromSource(request.source);
  }
  const esbuild = find('esbuild');
  if (esbuild) return loadWithEsbuild(esbuild);
  if (process.features.typescript) return import(pathToFileURL(request.source).href);
  fail('no-loader', 'neither typescript (up to version 6) nor esbuild is installed');
}
function fromZod(loaded) {
  const names = Object.keys(loaded).filter((name) => name !== '__esModule' && name !== 'module.exports');
  const value = loaded[request.name] ?? (loaded.default && loaded.default[request.name]);
  if (value === undefined) fail('no-export', 'no such export', { names });
  if (!value || !value._zod) fail(value && value._def && value.safeParse ? 'zod-3' : 'no-zod-schema', 'not a schema of zod 4', { names });
  const zod = find('zod');
  const older = zod && !zod.toJSONSchema ? find('zod/v4') : undefined;
  const toJSONSchema = zod && (zod.toJSONSchema || (older && older.toJSONSchema));
  if (!toJSONSchema) fail('no-zod', 'zod 4 is not installed');
  const override = ({ zodSchema, jsonSchema }) => {
    const { type, catchall } = zodSchema._zod.def;
    if (type === 'object' && catchall === undefined && !request.allowUnknownKeys) jsonSchema.additionalProperties = false;
  };
  const target = request.dialect === 'draft-07' ? 'draft-7' : 'draft-2020-12';
  try {
    answer({ ok: true, schema: toJSONSchema(value, { target, io: 'input', override }), generator: 'zod', version: versionOf('zod') });
  } catch (error) {
    fail('unrepresentable', error);
  }
}
function nearestTsconfig() {
  for (let directory = path.dirname(request.source); ; directory = path.dirname(directory)) {
    const file = path.join(directory, 'tsconfig.json');
    if (fs.existsSync(file)) return file;
    if (directory === path.dirname(directory)) return undefined;
  }
}
/* A tsconfig that is on no disk, beside the user's own, whose project a single file of it would not be. */
function showTsconfig(ts) {
  const own = nearestTsconfig();
  const file = path.join(path.dirname(own || request.source), 'tsconfig.of-one-file.json').split(path.sep).join('/');
  const strict = { strict: true, module: 'nodenext', moduleResolution: 'nodenext', target: 'es2022', skipLibCheck: true };
  const text = JSON.stringify({
    ...(own && { extends: './tsconfig.json' }),
    compilerOptions: { ...(own ? {} : strict), composite: false, incremental: false, tsBuildInfoFile: null },
    files: [request.source],
  });
  const readFile = ts.sys.readFile;
  ts.sys.readFile = (name, ...rest) => (name === file ? text : readFile.call(ts.sys, name, ...rest));
  return file;
}
function saidBy(ts, error) {
  const diagnostic = error && error.diagnostic;
  const [inner = diagnostic] = (diagnostic && diagnostic.relatedInformation) || [];
  if (!inner || !inner.messageText) return error;
  const said = ts.flattenDiagnosticMessageText(inner.messageText, ' ');
  if (!inner.file) return said;
  const { line, character } = ts.getLineAndCharacterOfPosition(inner.file, inner.start || 0);
  return path.basename(inner.file.fileName) + ':' + (line + 1) + ':' + (character + 1) + ': ' + said;
}
function fromTypescript() {
  const library = find('ts-json-schema-generator');
  if (!library) fail('no-generator', 'ts-json-schema-generator is not installed');
  const ts = Module.createRequire(fromSource.resolve('ts-json-schema-generator'))('typescript');
  try {
    const generator = library.createGenerator({
      path: request.source, type: request.name, tsconfig: showTsconfig(ts), expose: 'export', topRef: true,
      jsDoc: 'extended', sortProps: false, additionalProperties: request.allowUnknownKeys,
    });
    const schema = generator.createSchema(request.name);
    answer({ ok: true, schema, generator: 'ts-json-schema-generator', version: versionOf('ts-json-schema-generator') });
  } catch (error) {
    fail(/root type/i.test(String(error && error.message)) ? 'no-type' : 'no-schema-of-type', saidBy(ts, error));
  }
}
process.on('unhandledRejection', (error) => fail('throws', error));
process.on('uncaughtException', (error) => fail('throws', error));
(async () => {
  if (request.kind === 'typescript') return fromTypescript();
  fromZod(await load());
})().catch((error) => fail('throws', error));
`;
