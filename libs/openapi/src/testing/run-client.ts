import { transpileModule, ModuleKind, ScriptTarget } from 'typescript';
import { API, contractPorts, contractsConfig, derived } from './test-support';

/** What a client's function was about to send. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The functions of an emitted client, running, with a `fetch` that answers as it is told. */
export interface RunningClient {
  readonly sent: readonly Sent[];
  call(name: string, request?: object): Promise<{ status: number; contentType?: string; body: unknown }>;
  /** What the client exports. */
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Emits the client of a document, compiles it and runs it. */
export async function runClient(
  text: string,
  answer: () => Response = () => new Response(null, { status: 200 }),
): Promise<RunningClient> {
  const { texts, findings } = await derived(
    contractPorts({ files: { 'api.yaml': text } }),
    contractsConfig(API),
  );
  const source = texts['gen/client.ts'];
  if (source === undefined) throw new Error(JSON.stringify(findings));
  const { outputText } = transpileModule(source, {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 },
  });
  const exports: Record<string, unknown> = {};
  new Function('exports', outputText)(exports);
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit & { headers: Headers }) => {
    const headers = Object.fromEntries(init.headers.entries()) as Record<string, string>;
    sent.push({ url, method: init.method as string, headers, body: init.body });
    return answer();
  };
  const options = { baseUrl: 'https://api.test/v1/', fetch, headers: { 'x-all': '1' } };
  return {
    sent,
    exports,
    call: (name, request) =>
      (exports[name] as (...words: unknown[]) => ReturnType<RunningClient['call']>)(options, request),
  };
}
