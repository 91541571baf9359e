import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { encodeLabelPng } from '../../imaging/encode-png.ts';
import { runOn } from './fixtures/run-on.ts';
import { grey, setOf, square } from './fixtures/set-of.ts';
import { DEFAULT_STEPS } from './tool-step.ts';

const RING = grey(
  [0, 0, 0, 0, 0],
  [0, 255, 255, 255, 0],
  [0, 255, 0, 255, 0],
  [0, 255, 255, 255, 0],
);

describe('threshold', () => {
  it('is the original at 240, and Otsu where asked', async () => {
    const set = setOf({ 'a.png': grey([0, 239, 240, 255]) });
    const original = await runOn(DEFAULT_STEPS.threshold, set);
    expect(original.levels('a.png')).toEqual([0, 0, 255, 255]);
    const otsu = await runOn(
      { ...DEFAULT_STEPS.threshold, level: 'otsu' },
      setOf({ 'a.png': grey([10, 12, 200, 210]) }),
    );
    expect(otsu.levels('a.png')).toEqual([0, 0, 255, 255]);
    expect(otsu.report.files[0].notes).toEqual([{ threshold: 13 }]);
  });

  it('changes the masks of pairs and copies their images', async () => {
    const set = setOf({
      'masks/a.png': grey([100, 250]),
      'images/a.png': grey([100, 250]),
      'labels/a.png': grey([1, 2]),
    });
    const made = await runOn(DEFAULT_STEPS.threshold, set);
    expect(made.levels('masks/a.png')).toEqual([0, 255]);
    expect(made.levels('labels/a.png')).toEqual([1, 2]);
    expect(made.levels('images/a.png')).toEqual([100, 250]);
  });
});

describe('flood', () => {
  it('gives rings three classes', async () => {
    const { levels } = await runOn(DEFAULT_STEPS.flood, setOf({ 'a.png': RING }));
    expect(levels('a.png')).toEqual([
      0, 0, 0, 0, 0, 0, 255, 255, 255, 0, 0, 255, 76, 255, 0, 0, 255, 255, 255, 0,
    ]);
  });

  it('takes ids and 0/1 masks as they are', async () => {
    const ids = { ...RING, data: RING.data.map((level) => level && 3) };
    const deep = { ...RING, data: Uint16Array.from(RING.data, (level) => level && 700) };
    const { levels } = await runOn(
      DEFAULT_STEPS.flood,
      setOf({ 'labels/a.png': ids, 'labels/b.png': encodeLabelPng(deep) }),
    );
    for (const name of ['labels/a.png', 'labels/b.png']) expect(levels(name)[12]).toBe(76);
  });
});

describe('combine', () => {
  it('adds images of one name and leaves masks and single ones out', async () => {
    const set = setOf({
      'image/a.png': grey([10, 200]),
      'spot/a.png': grey([5, 100]),
      'masks/a.png': grey([255, 255]),
      'image/b.png': grey([1]),
      'image/c.png': grey([1]),
      'spot/c.png': grey([1, 1]),
    });
    const { names, levels, report } = await runOn(DEFAULT_STEPS.combine, set);
    expect(names).toEqual(['combined/a.png']);
    expect(levels('combined/a.png')).toEqual([15, 255]);
    expect(report.skipped.map(({ from }) => from)).toEqual([['image/b.png'], ['spot/c.png']]);
  });
});

describe('resize and crop', () => {
  const pair = {
    'masks/a.png': grey([0, 76, 255, 0], [76, 76, 0, 0]),
    'images/a.png': grey([0, 100, 200, 0], [90, 80, 0, 10]),
  };

  it('makes no new levels in masks', async () => {
    const step = { ...DEFAULT_STEPS.resize, width: 9, height: 7 };
    const { levels } = await runOn(step, setOf(pair));
    expect(new Set(levels('masks/a.png'))).toEqual(new Set([0, 76, 255]));
    expect(levels('images/a.png').length).toBe(63);
    expect(new Set(levels('images/a.png')).size).toBeGreaterThan(7);
  });

  it('keeps the shape where asked, and ids of 16 bits', async () => {
    const deep = { width: 4, height: 2, data: Uint16Array.from([1, 2, 3, 4000, 5, 6, 7, 8]) };
    const step = { ...DEFAULT_STEPS.resize, width: 2, height: 2, keepAspect: true };
    const { bytes } = await runOn(step, setOf({ 'labels/a.png': encodeLabelPng(deep) }));
    const { width, height, depth, data } = decode(bytes('labels/a.png'));
    expect([width, height, depth, ...data]).toEqual([2, 1, 16, 6, 8]);
  });

  it('cuts the middle, a box and tiles, and names what does not fit', async () => {
    const crop = { ...DEFAULT_STEPS.crop, width: 2, height: 2 };
    const centre = await runOn(crop, setOf(pair));
    expect(centre.levels('masks/a.png')).toEqual([76, 255, 76, 0]);
    const box = await runOn({ ...crop, how: 'box', x: 1, height: 1 }, setOf(pair));
    expect(box.levels('images/a.png')).toEqual([100, 200]);
    const tiles = await runOn({ ...crop, how: 'tiles' }, setOf({ ...pair, 'b.png': grey([1]) }));
    expect(tiles.names).toEqual([
      'images/a_0_0.png',
      'images/a_0_1.png',
      'masks/a_0_0.png',
      'masks/a_0_1.png',
    ]);
    expect(tiles.levels('masks/a_0_1.png')).toEqual([255, 0, 0, 0]);
    expect(tiles.report.skipped).toMatchObject([{ from: ['b.png'], found: '1 × 1' }]);
  });
});

describe('a run', () => {
  it('leaves out bad files by name and goes on', async () => {
    const set = setOf({
      'empty.png': new Uint8Array(0),
      'text.png': new TextEncoder().encode('not a picture at all, though it says so'),
      'good.png': square(2, 250),
      'notes.txt': new Uint8Array(3),
      '.DS_Store': new Uint8Array(3),
    });
    const { names, report } = await runOn(DEFAULT_STEPS.threshold, set);
    expect(names).toEqual(['good.png']);
    expect(report.skipped.map(({ from }) => from)).toEqual([['empty.png'], ['text.png']]);
    expect(report).toMatchObject({ status: 'done', ignored: 1, step: { tool: 'threshold' } });
  });

  it('fails when nothing can be used', async () => {
    const set = setOf({ 'empty.png': new Uint8Array(0) });
    await expect(runOn(DEFAULT_STEPS.resize, set)).rejects.toThrow('No file could be used');
    await expect(runOn(DEFAULT_STEPS.resize, setOf({}))).rejects.toThrow('No file could be used');
  });

  it('refuses settings out of range before it reads anything', async () => {
    const step = { ...DEFAULT_STEPS.resize, width: 0 };
    await expect(runOn(step, setOf({ 'a.png': square(2) }))).rejects.toMatchObject({
      code: 'bad-option',
      details: { where: 'width', found: '0' },
    });
  });

  it('ends with what it had when it is cancelled', async () => {
    const stop = new AbortController();
    const set = setOf({ 'a.png': square(2), 'b.png': square(2), 'c.png': square(2) });
    const { names, report } = await runOn(DEFAULT_STEPS.threshold, set, {
      signal: stop.signal,
      onProgress: ({ done }) => done === 2 && stop.abort(),
    });
    expect(names).toEqual(['a.png', 'b.png']);
    expect(report.status).toBe('cancelled');
  });

  it('keeps two files apart that would have one name', async () => {
    const set = setOf({ 'a.jpg': square(2), 'a.png': square(2) });
    expect((await runOn(DEFAULT_STEPS.threshold, set)).names).toEqual(['a.png', 'a_2.png']);
  });
});
