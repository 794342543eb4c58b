import type { Interaction } from '@fixpoint/contract-formats';

/** What a test says of an interaction; the rest is filled in. */
export interface InteractionSketch {
  readonly method?: string;
  readonly path: string;
  readonly query?: Interaction['request']['query'];
  readonly headers?: Interaction['request']['headers'];
  readonly body?: unknown;
  readonly status?: number;
  readonly responseHeaders?: Interaction['response']['headers'];
  readonly responseBody?: unknown;
}

/** An interaction of a consumer. */
export function interactionOf(sketch: InteractionSketch): Interaction {
  const { method = 'GET', path, query = {}, headers = {}, status = 200, responseHeaders = {} } = sketch;
  return {
    file: 'pacts/web-api.json',
    pointer: '/interactions/0',
    consumer: 'web',
    provider: 'api',
    description: `${method} ${path}`,
    request: { method, path, query, headers, ...('body' in sketch && { body: sketch.body }) },
    response: {
      status,
      headers: responseHeaders,
      ...('responseBody' in sketch && { body: sketch.responseBody }),
    },
  };
}
