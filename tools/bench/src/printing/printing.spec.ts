import type { Section } from '../model';
import { renderJson } from './json';
import { renderMarkdown } from './markdown';

const MACHINE = { cores: 2, cpu: 'CPU', platform: 'linux x64', node: '20.0.0', nx: '23.2.1' };
const SECTIONS: readonly Section[] = [
  {
    title: 'one',
    rows: [
      {
        name: 'fast',
        samples: [1, 2, 3],
        floor: { name: 'floor', samples: [2, 2, 2] },
        goal: 1.5,
        facts: { files: 3 },
      },
      { name: 'slow', samples: [400, 300, 200], floor: { name: 'floor', samples: [100] }, goal: 2 },
      { name: 'alone', samples: [12.34] },
    ],
    notes: ['a remark'],
  },
];

it('prints tables with medians, ratios and whether the goal is met', () => {
  expect(renderMarkdown(SECTIONS, MACHINE, 3)).toBe(
    `2 cores (CPU, linux x64) · node 20.0.0 · nx 23.2.1 · medians of 3 rounds

## one

| case | ms | compared with | ms | ratio | goal | facts |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| fast | 2.00 | floor | 2.00 | 1.00 × | ≤ 1.50 × ✓ | files 3 |
| slow | 300 | floor | 100 | 3.00 × | ≤ 2.00 × ✗ |  |
| alone | 12.3 |  |  |  |  |  |

- a remark
`,
  );
});

it('prints JSON with every sample', () => {
  expect(JSON.parse(renderJson(SECTIONS, MACHINE, 3))).toMatchObject({
    machine: MACHINE,
    rounds: 3,
    sections: [
      {
        title: 'one',
        rows: [
          { name: 'fast', ms: 2, floor: { name: 'floor', ms: 2 }, ratio: 1, goal: 1.5, samples: [1, 2, 3] },
          { name: 'slow', ratio: 3 },
          { name: 'alone', ms: 12.34, samples: [12.34] },
        ],
      },
    ],
  });
});
