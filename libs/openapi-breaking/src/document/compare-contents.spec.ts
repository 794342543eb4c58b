import { operationOf, rulesOf } from '../testing/documents';

type Part = Readonly<Record<string, unknown>>;

const media = (type: string, maxLength?: number): Part => ({
  [type]: { schema: { type: 'string', ...(maxLength !== undefined && { maxLength }) } },
});
const sent = (...content: readonly Part[]) =>
  operationOf({ requestBody: { content: Object.assign({}, ...content) as Part } });
const got = (responses: Part) => operationOf({ responses });

describe('what is written in media types', () => {
  it('is compared in parameters and headers too', () => {
    const parameter = (maxLength?: number) =>
      operationOf({
        parameters: [{ name: 'p', in: 'query', content: media('application/json', maxLength) }],
      });
    expect(rulesOf(parameter(), parameter(3))).toEqual(['request-parameter-max-length-set']);
    const header = (maxLength?: number) =>
      got({ 200: { headers: { 'X-H': { content: media('text/plain', maxLength) } } } });
    expect(rulesOf(header(3), header())).toEqual(['response-header-max-length-unset']);
  });

  it('is compared with the range that covers it', () => {
    const [old, now] = [sent(media('application/json')), sent(media('application/*', 3))];
    expect(rulesOf(old, now)).toEqual(['request-body-media-type-added', 'request-body-max-length-set']);
    expect(rulesOf(now, old)).toEqual(['request-body-media-type-removed', 'request-body-max-length-unset']);
  });
});

describe('statuses', () => {
  it('are compared with the range, or with what holds for all the rest', () => {
    const body = (maxLength?: number) => ({ content: media('a/b', maxLength) });
    // The range comes with all the others that it covers.
    expect(rulesOf(got({ 404: body(3) }), got({ '4XX': body() }))).toEqual([
      'response-non-success-status-added',
      'response-body-max-length-unset',
    ]);
    expect(rulesOf(got({ 200: {}, 500: body(3) }), got({ 200: {}, default: body() }))).toContain(
      'response-body-max-length-unset',
    );
  });

  it('say nothing of success where they hold for the rest', () => {
    const rules = rulesOf(got({ 200: {}, default: {} }), got({ default: {} }));
    expect(rules).toEqual(['response-success-status-removed']);
  });
});
