import { describe, expect, it } from 'vitest';
import { formatDuration, progressLine } from './progress-line.ts';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string) => written.push(text) > 0;
  return { written, stream: { isTTY, write } as Pick<NodeJS.WriteStream, 'isTTY' | 'write'> };
}

describe('progressLine', () => {
  it('shows count, rate and time left, counting only what was made now', () => {
    const { written, stream } = terminal(true);
    let now = 0;
    const line = progressLine(100, 'samples', stream, () => now);
    now = 10_000;
    line.show(60, 20);
    expect(written.join('')).toContain('60/100 samples · 2.00/s · 20 s left');
    now = 10_050;
    line.show(61, 21);
    expect(written).toHaveLength(1);
  });

  it('says nothing where there is no terminal', () => {
    const { written, stream } = terminal(false);
    const line = progressLine(1, 'samples', stream);
    line.show(1, 1);
    line.clear();
    expect(written).toEqual([]);
  });
});

it.each([
  [0.2, '1 s'],
  [89, '89 s'],
  [600, '10 min'],
  [12_000, '3 h 20 min'],
])('%d seconds are %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});
