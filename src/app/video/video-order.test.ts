import { describe, expect, it } from 'vitest';
import { readPlan, videoFileName } from './video-order.ts';

const fields = { columns: 2, rows: 1, framesPerKeyframe: 30 };

describe('readPlan', () => {
  it('counts the frames of a plan', () => {
    expect(readPlan('1-6', fields)).toMatchObject({
      plan: { seeds: [1, 2, 3, 4, 5, 6], keyframes: null },
      frames: 90,
    });
  });

  it('takes a seed as often as it is written', () => {
    expect(readPlan('5,7,5,9', fields)).toMatchObject({ plan: { seeds: [5, 7, 5, 9] } });
  });

  it('goes along a walk in one cell, whatever is typed', () => {
    const keyframes = [3, 4, 5].map((seed) => ({ seed, blend: [] }));
    const walk = { keyframes, curve: 'linear', loop: true } as const;
    expect(readPlan('nothing', { ...fields, walk })).toMatchObject({
      plan: { seeds: [3, 4, 5], columns: 1, rows: 1, walk },
      frames: 90,
    });
  });

  it.each([
    ['6-1', {}, 'invalid'],
    ['1-5', {}, 'doNotFill'],
    ['1-600', {}, 'tooMany'],
    ['1-20000', { framesPerKeyframe: 1 }, 'tooMany'],
  ])('says what is wrong with %s', (text, change, problem) => {
    expect(readPlan(text, { ...fields, ...change })).toEqual({ problem });
  });
});

describe('videoFileName', () => {
  it('tells the seeds and the format', () => {
    const read = readPlan('3-6', fields);
    if ('problem' in read) throw new Error(read.problem);
    const { plan } = read;
    expect(videoFileName({ plan, what: 'mask', format: 'webm' })).toBe('cytoforge-mask-3-6.webm');
    expect(videoFileName({ plan, what: 'image', format: 'zip' })).toBe(
      'cytoforge-image-3-6-frames.zip',
    );
  });
});
