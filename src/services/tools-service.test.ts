import { unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { DEFAULT_STEPS, type ToolStep } from '../dataset/tools/tool-step.ts';
import { encodeGreyPng, encodeLabelPng } from '../imaging/encode-png.ts';
import { createToolsService, type ToolNews, type ToolsService } from './tools-service.ts';

function png(side: number, level: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(side * side).fill(level);
  return encodeGreyPng({ width: side, height: side, channels: 1, data });
}

const bytesOf = new WeakMap<Blob, Uint8Array>();

function dropped(path: string, bytes: Uint8Array) {
  const file = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  bytesOf.set(file, bytes);
  return { path, file };
}

function zipOf(files: Record<string, Uint8Array>) {
  return dropped('set.zip', zipSync(files));
}

let service: ToolsService;
const heard: ToolNews[] = [];
const run = (step: ToolStep, signal?: AbortSignal) =>
  service.run(
    { step, rolesBy: 'names', target: null, appVersion: '0' },
    (news) => heard.push(news),
    signal,
  );

async function namesOf(file: Blob | null): Promise<string[]> {
  if (!file) throw new Error('no file');
  return Object.keys(unzipSync(new Uint8Array(await file.arrayBuffer())));
}

beforeEach(() => {
  heard.length = 0;
  const open = (blob: Blob, name: string) => bytesSource(name, bytesOf.get(blob) as Uint8Array);
  service = createToolsService(open, async () => null);
});

describe('the tools service', () => {
  it('says what is in an archive', async () => {
    await service.open('1', [
      zipOf({
        'set/a/images/1.png': png(2, 1),
        'set/a/masks/1.png': png(2, 1),
        'set/b/labels/1.png': png(2, 1),
        'set/notes.txt': png(2, 1),
      }),
    ]);
    expect(await service.has('1')).toBe(true);
    expect(await service.has('2')).toBe(false);
    const counts = { pairs: 1, others: 1, classes: ['a', 'b'] };
    expect(await service.describe('names')).toEqual({ images: 1, masks: 1, labels: 1, ...counts });
    expect(await service.describe('all-masks')).toMatchObject({ images: 0, masks: 3, labels: 0 });
  });

  it('previews the first pictures that change, more than once', async () => {
    await service.open('1', [
      dropped('images/1.png', png(4, 100)),
      dropped('masks/1.png', png(4, 250)),
      dropped('masks/2.png', new Uint8Array(0)),
    ]);
    for (let time = 0; time < 2; time++) {
      const { items, files, exact } = await service.preview(DEFAULT_STEPS.threshold, 'names');
      expect(items.map(({ key }) => key)).toEqual(['masks/1.png', 'masks/2.png']);
      expect(items[0].before[0].pixels.data[0]).toBe(250);
      expect(items[0].after[0].pixels.data[0]).toBe(255);
      expect(items[1].error).toMatchObject({ code: 'bad-image' });
      expect([files, exact]).toEqual([3, true]);
      // As handing them to the page does.
      for (const { before } of items)
        for (const { pixels } of before)
          structuredClone(pixels.data, { transfer: [pixels.data.buffer] });
    }
    const tiles = { ...DEFAULT_STEPS.crop, how: 'tiles' as const, width: 2, height: 2 };
    expect(await service.preview(tiles, 'names')).toMatchObject({ files: 12, exact: false });
    const wrong = { ...DEFAULT_STEPS.resize, height: -1 };
    await expect(service.preview(wrong, 'names')).rejects.toMatchObject({ code: 'bad-option' });
  });

  it('shows ids and classes in colours', async () => {
    const ids = encodeLabelPng({ width: 1, height: 1, data: Uint16Array.of(700) });
    await service.open('1', [dropped('labels/1.png', ids), dropped('masks/1.png', png(1, 76))]);
    const { items } = await service.preview(DEFAULT_STEPS.resize, 'names');
    for (const { before } of items) expect(before[0].pixels.channels).toBe(3);
  });

  it('writes a ZIP with a report and says what was left out', async () => {
    await service.open('1', [zipOf({ 'a.png': png(2, 250), 'b.png': new Uint8Array(0) })]);
    const result = await run(DEFAULT_STEPS.threshold);
    expect(result).toMatchObject({ status: 'done', done: 2, files: 1, skipped: 1 });
    expect(result.leftOut).toMatchObject([{ from: ['b.png'] }]);
    expect(result.bytes).toBe(result.file?.size);
    expect(await namesOf(result.file)).toEqual(['a.png', 'tool-report.json']);
    expect(heard[0]).toMatchObject({ done: 0, total: 2 });
  });

  it('delivers what it had when it is cancelled', async () => {
    await service.open('1', [zipOf({ 'a.png': png(2, 250), 'b.png': png(2, 250) })]);
    const result = await run(DEFAULT_STEPS.threshold, AbortSignal.abort());
    expect(result).toMatchObject({ status: 'cancelled', files: 0 });
    expect(await namesOf(result.file)).toEqual(['tool-report.json']);
  });

  it('takes the result of one tool for the next', async () => {
    await service.open('1', [zipOf({ 'masks/a.png': png(4, 250), 'images/a.png': png(4, 9) })]);
    const { file } = await run({ ...DEFAULT_STEPS.augment, copies: 4 });
    const bytes = new Uint8Array(await (file as Blob).arrayBuffer());
    await service.open('2', [dropped('augmented.zip', bytes)]);
    expect(await service.describe('names')).toMatchObject({ pairs: 4, masks: 4, images: 4 });
    const split = await run(DEFAULT_STEPS.split);
    expect(split).toMatchObject({ files: 8, skipped: 0 });
  });

  it('refuses an archive whose names lead out, and forgets the one before', async () => {
    await service.open('1', [zipOf({ 'a.png': png(2, 250) })]);
    const bad = zipOf({ '../a.png': png(2, 250) });
    await expect(service.open('2', [bad])).rejects.toMatchObject({ code: 'refused-archive' });
    expect(await service.has('2')).toBe(false);
    expect(await service.has('1')).toBe(false);
  });

  it('fails when there is nothing to do', async () => {
    await service.open('1', [dropped('notes.txt', new Uint8Array(3))]);
    await expect(run(DEFAULT_STEPS.flood)).rejects.toMatchObject({ code: 'bad-option' });
  });
});
