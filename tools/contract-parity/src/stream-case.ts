import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseLine } from '@fixpoint/comparison-table';
import { eventTranscriptsDerivation } from '@fixpoint/event-contracts';
import { parseEventStream } from '@fixpoint/event-stream';
import { memoryPorts } from '@fixpoint/testkit';
import { lineOf } from './line-of';

/** `expected-whatwg.json` of a recorded transcript. */
interface Expected {
  readonly events: readonly unknown[];
  readonly problems: readonly string[];
}

const ORDER = 'started token* (metrics | token)* (end | error)';

const CONTRACT = `openapi: 3.1.0
paths:
  /stream:
    get:
      operationId: stream
      x-sse-events:
        order: ${ORDER}
        events: {${['started', 'token', 'metrics', 'end', 'error'].map((name) => `${name}: {type: object}`).join(', ')}}
      responses: {'200': {content: {text/event-stream: {}}}}
`;

/** The finding that says the same as a recorded problem. A gap between the indexes of tokens is a rule of one application; none here. */
const SAME: Readonly<Record<string, RegExp | 'not a rule'>> = {
  'does-not-start-with-started': /^event-transcripts\/(?:order: event 1,|empty-transcript)/,
  'event-after-terminal': /^event-transcripts\/order: .*the end of the stream$/,
  'no-terminal-event': /^event-transcripts\/no-terminal-event/,
  'data-not-json': /^event-transcripts\/data-not-json/,
  'unknown-event': /^event-transcripts\/unknown-event/,
  'token-index-gap': 'not a rule',
};

/** Reads the transcript of a folder and compares its events and problems with those that are recorded. */
export async function compareStream(folder: string, name: string): Promise<CaseLine> {
  const bytes = readFileSync(join(folder, 'transcript.txt'));
  const expected = JSON.parse(readFileSync(join(folder, 'expected-whatwg.json'), 'utf8')) as Expected;
  const events = parseEventStream(bytes).events.map(({ event, data, id }) => ({
    event,
    data,
    ...(id !== undefined && { id }),
  }));
  const findings = await findingsIn(bytes);
  const rules = expected.problems
    .map((problem) => ({ problem, rule: SAME[problem] }))
    .filter(({ rule }) => rule !== 'not a rule');
  const says = (rule: RegExp | 'not a rule' | undefined, finding: string): boolean =>
    rule instanceof RegExp && rule.test(finding);
  const areEventsEqual = JSON.stringify(events) === JSON.stringify(expected.events);
  return lineOf({
    kind: 'sse',
    name,
    common: `${events.length} events and ${rules.length} problems`,
    missed: [
      ...(areEventsEqual ? [] : ['the events, which are DIFFERENT']),
      ...rules
        .filter(({ rule }) => !findings.some((finding) => says(rule, finding)))
        .map(({ problem }) => problem),
    ],
    extra: findings.filter((finding) => !rules.some(({ rule }) => says(rule, finding))),
  });
}

async function findingsIn(bytes: Uint8Array): Promise<string[]> {
  const config = {
    root: '.',
    documents: [{ name: 'api', file: 'api.yaml' }],
    schemas: [],
    events: { transcripts: [{ files: ['transcript.txt'], operation: 'stream', volatile: [] }] },
  };
  const { collect, check } = eventTranscriptsDerivation;
  const files = { 'api.yaml': CONTRACT, 'transcript.txt': bytes };
  const collected = await collect(memoryPorts({ files }), config, { check: true });
  if (!collected.ok) return collected.findings.map(({ id, message }) => `${id}: ${message}`);
  return (check?.(collected.value, config) ?? []).map(({ id, message }) => `${id}: ${message}`);
}
