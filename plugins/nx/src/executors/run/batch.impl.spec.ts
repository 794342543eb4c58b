import { runTarget, type TargetRequest } from '@fixpoint/runner';
import type { TaskGraph } from '@nx/devkit';
import { contextOf, taskGraphOf } from '../../testing/contexts';
import { createOwnProject } from '../../testing/own-project';
import { unionBatch, validateBatch } from './batch.impl';
import type { RunExecutorOptions } from './options';

jest.mock('@fixpoint/runner', () => ({ ...jest.requireActual('@fixpoint/runner'), runTarget: jest.fn() }));
const run = jest.mocked(runTarget);

const NAMES = ['a', 'b', 'c'];
const projects = Object.fromEntries(NAMES.map((name) => [name, createOwnProject(name)]));

function verdict({ target, root }: TargetRequest, outcome: 'clean' | 'drift') {
  const finding = {
    id: 'test/broken',
    severity: 'error',
    message: `${root} is broken`,
    file: 'x',
    fix: 'mend it',
  };
  const findings = outcome === 'clean' ? [] : [finding as never];
  return { target, root, outcome, findings, drifts: [], written: [], removed: [], compared: 1 };
}

async function collect(taskGraph: TaskGraph, given: Partial<RunExecutorOptions> = {}, batch = validateBatch) {
  const inputs = Object.fromEntries(
    Object.entries(taskGraph.tasks).map(([id, { target }]) => [
      id,
      { root: `cli_manifests/${target.project}`, ...given },
    ]),
  );
  const results = [];
  const context = contextOf({ projects, taskGraph });
  for await (const result of batch(taskGraph, inputs, { root: 'of another task' }, context))
    results.push(result);
  return results;
}

describe('a batch', () => {
  beforeEach(() => {
    run.mockReset();
    run.mockImplementation(async (request) => verdict(request, 'clean'));
  });

  it('has a result for every task, and goes on after a failure and after a defect [FP-NX-012]', async () => {
    run.mockImplementation(async (request) => {
      if (request.root.endsWith('b')) throw new Error('a defect');
      return verdict(request, request.root.endsWith('a') ? 'drift' : 'clean');
    });
    const results = await collect(taskGraphOf({ 'a:validate': [], 'b:validate': [], 'c:validate': [] }));
    expect(results.map(({ task, result }) => [task, result.success])).toEqual([
      ['a:validate', false],
      ['b:validate', false],
      ['c:validate', true],
    ]);
    expect(results[0]?.result.terminalOutput).toContain('cli_manifests/a is broken');
    expect(results[1]?.result.terminalOutput).toContain('a defect');
  });

  it('runs what a task depends on before it', async () => {
    const taskGraph = taskGraphOf({
      'a:union': ['c:union', 'z:build'],
      'b:union': [],
      'c:union': ['b:union'],
    });
    const results = await collect(taskGraph, {}, unionBatch);
    expect(results.map(({ task }) => task)).toEqual(['b:union', 'c:union', 'a:union']);
    expect(run.mock.calls.map(([{ target, root }]) => [target, root])).toEqual([
      ['union', 'cli_manifests/b'],
      ['union', 'cli_manifests/c'],
      ['union', 'cli_manifests/a'],
    ]);
  });

  it('gives results as they come', async () => {
    const taskGraph = taskGraphOf({ 'a:validate': [], 'b:validate': [] });
    const inputs = { 'a:validate': { root: 'cli_manifests/a' }, 'b:validate': { root: 'cli_manifests/b' } };
    const batch = validateBatch(taskGraph, inputs, { root: '' }, contextOf({ projects, taskGraph }));
    expect((await batch.next()).value).toMatchObject({ task: 'a:validate' });
    expect(run).toHaveBeenCalledTimes(1);
    await batch.next();
    expect(run).toHaveBeenCalledTimes(2);
  });

  it("takes each task's options from its own inputs", async () => {
    await collect(taskGraphOf({ 'a:validate': [] }), { release: '1.2.3', triple: 'x', binary: 'bin/a' });
    expect(run).toHaveBeenCalledWith({
      target: 'validate',
      root: 'cli_manifests/a',
      base: '/workspace',
      version: '1.2.3',
      triple: 'x',
      binary: 'bin/a',
    });
  });

  it('is done at once when there is nothing to do', async () => {
    expect(await collect(taskGraphOf({}))).toEqual([]);
  });
});
