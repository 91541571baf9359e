import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { BOMBS } from './bombs/index.ts';

/** The budget of a pickle's values, and what the program and its largest file take themselves. */
const HEAP_MIB = 512;

interface Line {
  name: string;
  expected: string;
  outcome: string;
  problem: string | null;
}

describe('small files that stand for endless data', () => {
  it('end in little memory', { timeout: 120_000 }, () => {
    const script = new URL('read-bombs.ts', import.meta.url).pathname;
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--import', 'tsx', `--max-old-space-size=${HEAP_MIB}`, script],
      { encoding: 'utf8' },
    );
    const lines = stdout
      .trim()
      .split('\n')
      .map((line): Line => JSON.parse(line));
    expect(lines.map(({ name }) => name)).toEqual(BOMBS.map(({ name }) => name));
    for (const { name, expected, outcome, problem } of lines) {
      expect({ name, outcome, problem }).toEqual({ name, outcome: expected, problem: null });
    }
    expect([status, stderr]).toEqual([0, '']);
  });
});
