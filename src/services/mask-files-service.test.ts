import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readMask } from '../imaging/ascii-mask.ts';
import { encodeGreyPng } from '../imaging/encode-png.ts';
import { labelsOfEdits } from '../pipeline/truth-of-edits.ts';
import { createMaskFilesService } from './mask-files-service.ts';

const png = encodeGreyPng(readMask('##..\n....\n..##'));
const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name);
const zip = (files: Record<string, Uint8Array>) =>
  zipSync(files, { level: 6 }) as Uint8Array<ArrayBuffer>;
const { read } = createMaskFilesService();

describe('dropped masks', () => {
  it('become label maps, by their names', async () => {
    const { masks, skipped } = await read([file('a.png', png)]);
    expect(skipped).toEqual([]);
    expect(masks).toMatchObject([{ name: 'a.png', kind: 'binary', cells: 2, hasNuclei: false }]);
    expect([...labelsOfEdits(masks[0].edits).labels.data]).toEqual([
      1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2,
    ]);
  });

  it('of a TIFF with pages are one for each', async () => {
    const pages = readFileSync(new URL('../imaging/fixtures/grey16-pages.tiff', import.meta.url));
    const { masks, skipped } = await read([file('s.tiff', Uint8Array.from(pages))]);
    expect(skipped).toEqual([]);
    expect(masks.length).toBeGreaterThan(1);
    expect(masks[1].name).toBe('s.tiff 2');
  });

  it('of an archive are those of its label folder, and what is none is named', async () => {
    const bytes = zip({
      'images/1.png': png,
      'labels/1.png': png,
      'labels/2.png': new TextEncoder().encode('nothing'),
      '__MACOSX/labels/1.png': png,
      'notes.txt': new Uint8Array(3),
    });
    const { masks, skipped } = await read([file('set.zip', bytes), file('b.png', png)]);
    expect(masks.map(({ name }) => name)).toEqual(['set.zip/labels/1.png', 'b.png']);
    expect(skipped.map(({ name }) => name)).toEqual(['set.zip/labels/2.png']);
  });

  it('of hostile archives are refused, and the other files are read', async () => {
    const bomb = zip({ 'a.png': new Uint8Array(80 * 2 ** 20) });
    const outside = zip({ '../a.png': png });
    const { masks, skipped } = await read([
      file('bomb.zip', bomb),
      file('outside.zip', outside),
      file('empty.zip', new Uint8Array()),
      file('none.zip', zip({ 'a.txt': png })),
      file('b.png', png),
    ]);
    expect(masks.map(({ name }) => name)).toEqual(['b.png']);
    expect(skipped.map(({ name, error }) => [name, error.code])).toEqual([
      ['bomb.zip', 'refused-archive'],
      ['outside.zip', 'refused-archive'],
      ['empty.zip', 'truncated'],
      ['none.zip', 'bad-image'],
    ]);
  });
});
