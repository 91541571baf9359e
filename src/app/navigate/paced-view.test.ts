import { beforeEach, describe, expect, it } from 'vitest';
import { useStudio } from '../../store/studio-store.ts';
import { isShownBy, showNow, showPaced, stopPaced } from './paced-view.ts';

const at = (seed: number) => ({
  seed,
  blend: [
    { seed, weight: 0.5 },
    { seed: 1, weight: 0.5 },
  ],
});

function sampleIs(status: 'busy' | 'done' | 'failed'): void {
  useStudio.setState(({ sample }) => ({ sample: { ...sample, status } }));
}

/** Seeds that the view has had since the test began. */
let seen: number[] = [];
beforeEach(() => {
  stopPaced();
  sampleIs('done');
  showNow(at(0), 'plane');
  seen = [];
  return useStudio.subscribe(({ view }, before) => {
    if (view.seed !== before.view.seed) seen.push(view.seed);
  });
});

describe('a view that moves', () => {
  it('shows the newest of what came while the sample was made, and nothing between', () => {
    showPaced(at(10), 'plane');
    sampleIs('busy');
    for (const seed of [11, 12, 13]) showPaced(at(seed), 'plane');
    expect(seen).toEqual([10]);
    sampleIs('done');
    expect(seen).toEqual([10, 13]);
    sampleIs('busy');
    sampleIs('done');
    expect(seen).toEqual([10, 13]);
  });

  it('goes on after a sample that failed', () => {
    sampleIs('busy');
    showPaced(at(20), 'walk');
    sampleIs('failed');
    expect(seen).toEqual([20]);
  });

  it('shows the last position at once when it stops there', () => {
    sampleIs('busy');
    showPaced(at(30), 'plane');
    showNow(at(31), 'plane');
    sampleIs('done');
    expect(seen).toEqual([31]);
  });

  it('forgets what waits when it is left', () => {
    sampleIs('busy');
    showPaced(at(40), 'plane');
    stopPaced();
    sampleIs('done');
    expect(seen).toEqual([]);
  });

  it('knows what it showed itself', () => {
    showPaced(at(50), 'walk');
    expect(isShownBy(at(50), 'walk')).toBe(true);
    expect(isShownBy(at(50), 'plane')).toBe(false);
    expect(isShownBy(at(51), 'walk')).toBe(false);
  });
});
