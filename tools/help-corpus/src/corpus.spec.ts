import { DEFAULT_CORPUS, readAll } from './corpus';
import { bearsOut, covers, explain, readExplanations } from './explanations';
import { measureTool } from './measure-tool';
import { precision, recall, sum } from './measurement';
import { readMeasurements, renderMeasurement } from './measurement-files';
import { errorKey } from './print-table';

const { corpus: tools, recorded } = readAll();
const committed = new Map(readMeasurements().map((measurement) => [measurement.tool, measurement]));
const LEAST = 0.98;
const withCorpus = tools === undefined ? describe.skip : describe;
if (tools === undefined)
  console.info(`no corpus of help pages at ${DEFAULT_CORPUS}: the committed measurement is not taken again`);

withCorpus('the committed measurement', () => {
  it('has every tool of the corpus', () => {
    const all = [...(tools ?? []), ...recorded];
    expect([...committed.keys()].sort()).toEqual(all.map(({ tool }) => tool).sort());
  });

  it.each((tools ?? []).map((tool) => [tool.tool, tool] as const))(
    '%s is what is measured now',
    (name, tool) => {
      const before = committed.get(name);
      expect(renderMeasurement(measureTool(tool))).toBe(
        before === undefined ? '' : renderMeasurement(before),
      );
    },
  );
});

describe('the recorded pages', () => {
  const measured = recorded.map(measureTool);

  it.each(measured.map((measurement) => [measurement.tool, measurement] as const))(
    '%s are read as is committed',
    (name, measurement) => {
      expect(measurement).toEqual(committed.get(name));
    },
  );

  it.each([...new Set(measured.map(({ grammar }) => grammar))])('%s is read well', (grammar) => {
    const own = measured.filter((measurement) => measurement.grammar === grammar);
    expect(own.every(({ dialects }) => Object.keys(dialects).every((dialect) => dialect === grammar))).toBe(
      true,
    );
    for (const counts of [own.map(({ flags }) => flags), own.map(({ commands }) => commands)]) {
      expect(recall(sum(counts))).toBeGreaterThanOrEqual(LEAST);
      expect(precision(sum(counts))).toBeGreaterThanOrEqual(LEAST);
    }
    expect(sum(own.map(({ flags }) => flags)).found).toBeGreaterThan(0);
  });
});

describe('the explanations', () => {
  it('speak of errors that are there', () => {
    const idle = [...readExplanations()].flatMap(([tool, list]) => {
      const errors = committed.get(tool)?.errors ?? [];
      return list.filter((explanation) => !errors.some((error) => covers(explanation, error)));
    });
    expect(idle).toEqual([]);
  });

  it('leave no error out', () => {
    const explanations = readExplanations();
    const open = [...committed.values()].flatMap((measurement) =>
      explain(measurement, explanations.get(measurement.tool))
        .filter(({ explanation }) => explanation === undefined)
        .map(({ error }) => errorKey(measurement.tool, error)),
    );
    expect(open).toEqual([]);
  });

  it('name only causes that the pages bear out', () => {
    const explanations = readExplanations();
    const claims = [...committed.values()].flatMap((measurement) =>
      explain(measurement, explanations.get(measurement.tool))
        .filter(({ error, explanation }) => explanation && !bearsOut(explanation.cause, error))
        .map(({ error, explanation }) => `${explanation?.cause}: ${errorKey(measurement.tool, error)}`),
    );
    expect(claims).toEqual([]);
  });

  it('are of tools that were measured', () => {
    for (const tool of readExplanations().keys()) expect(committed.has(tool)).toBe(true);
  });
});
