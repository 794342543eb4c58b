// Validates the wrapper with a real executable: runs turns through the SDK against a model server of its own, so that nothing
// leaves the machine and no account is needed. Every option that the SDK turns into an argument is set in one of the turns.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Codex } from '@openai/codex-sdk';

const home = process.env.HOME;
const ANSWER = 'all is well';
// The smallest PNG: one transparent pixel.
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const events = [
  { type: 'response.created', response: { id: 'r1' } },
  {
    type: 'response.output_item.done',
    item: { type: 'message', role: 'assistant', id: 'm1', content: [{ type: 'output_text', text: ANSWER }] },
  },
  {
    type: 'response.completed',
    response: {
      id: 'r1',
      usage: {
        input_tokens: 1,
        input_tokens_details: null,
        output_tokens: 1,
        output_tokens_details: null,
        total_tokens: 2,
      },
    },
  },
];

const requests = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    if (!request.url.endsWith('/responses')) return response.writeHead(404).end();
    requests.push(body);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of events) response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    response.end();
  });
});

// An emulated executable is started through a script, since the SDK takes one path.
function executable() {
  const { FIXPOINT_BINARY: binary, FIXPOINT_RUNNER: runner = '[]' } = process.env;
  const words = JSON.parse(runner);
  if (words.length === 0) return binary;
  const script = join(home, 'codex');
  const command = [...words, binary].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  writeFileSync(script, `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
  return script;
}

async function main() {
  const work = join(home, 'work');
  const more = join(home, 'more');
  for (const directory of [work, more]) mkdirSync(directory);
  const image = join(home, 'pixel.png');
  writeFileSync(image, Buffer.from(PIXEL, 'base64'));
  const codex = new Codex({
    codexPathOverride: executable(),
    baseUrl: `http://127.0.0.1:${server.address().port}/v1`,
    apiKey: 'none',
    env: { HOME: home, PATH: process.env.PATH, CODEX_HOME: join(home, '.codex') },
  });
  mkdirSync(join(home, '.codex'));
  const options = {
    model: 'gpt-5',
    sandboxMode: 'read-only',
    workingDirectory: work,
    additionalDirectories: [more],
    skipGitRepoCheck: true,
    modelReasoningEffort: 'low',
    networkAccessEnabled: false,
    webSearchMode: 'disabled',
    approvalPolicy: 'never',
  };
  const outputSchema = { type: 'object', properties: {}, additionalProperties: false };
  const thread = codex.startThread(options);
  const first = await thread.run(
    [
      { type: 'text', text: 'how are you?' },
      { type: 'local_image', path: image },
    ],
    {
      outputSchema,
    },
  );
  assert.equal(first.finalResponse, ANSWER);
  const second = await codex.resumeThread(thread.id, options).run('and now?');
  assert.equal(second.finalResponse, ANSWER);
  // The program asks the model for more than the turns (titles, retries), so what counts is that the turns arrived.
  assert.ok(requests.some((body) => body.includes('how are you?') && body.includes('input_image')));
  assert.ok(requests.some((body) => body.includes('how are you?') && body.includes('and now?')));
}

server.listen(0, '127.0.0.1', async () => {
  try {
    await main();
    process.exitCode = 0;
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  server.closeAllConnections();
  server.close();
});
