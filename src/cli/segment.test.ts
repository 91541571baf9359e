import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeLabelPng } from '../imaging/decode-png.ts';
import { runCommand } from './fixtures/run-command.ts';
import { registerSegment } from './segment.ts';

const folder = mkdtempSync(join(tmpdir(), 'segment-'));
const at = (...names: string[]) => join(folder, ...names);
const PIPELINE = new URL(
  '../segmentation/cellprofiler/pipeline/fixtures/ExampleFly.cppipe',
  import.meta.url,
);
const NUCLEI = new URL('../pipeline/fixtures/nuclei/dsb_10328b822b.png', import.meta.url);
for (const name of ['a.png', join('more', 'b.png')]) {
  mkdirSync(at('images', 'more'), { recursive: true });
  writeFileSync(at('images', name), readFileSync(NUCLEI));
}
afterAll(() => rmSync(folder, { recursive: true }));

const segment = (...args: string[]) =>
  runCommand([registerSegment], 'segment', '--backend', 'wasm', ...args);

describe('cytoforge segment', () => {
  it('writes a label map for every image, and how it was made', async () => {
    const args = ['--method', 'unet2d', '--in', at('images'), '--out', at('out')];
    const { status, stdout } = await segment(...args, '--param', 'threshold=0.4');
    expect(status).toBe(0);
    expect(stdout).toMatch(/\d+ objects in 2 images, by unet2d/);
    const record = JSON.parse(readFileSync(at('out', 'segmentation.json'), 'utf8'));
    expect(record).toMatchObject({
      method: 'unet2d',
      parameters: { threshold: 0.4, instance_step: 'watershed' },
      weights: { name: 'unet2d-nuclei-broad' },
    });
    expect(record.images.map(({ labels }: { labels: string }) => labels)).toEqual([
      'a.png',
      join('more', 'b.png'),
    ]);
    const { data } = decodeLabelPng(new Uint8Array(readFileSync(at('out', 'more', 'b.png'))));
    expect(new Set(data).size - 1).toBe(record.images[1].objects);
    expect(record.images[1].objects).toBeGreaterThan(3);
  });

  it('runs the Identify modules of a pipeline', async () => {
    const args = ['--method', 'cellprofiler', '--in', at('images'), '--out', at('piped')];
    const { status, stdout } = await segment(
      ...args,
      ...['--pipeline', fileURLToPath(PIPELINE), '--param', 'objects=Nuclei'],
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/[1-9]\d* objects in 2 images, by cellprofiler/);
    const record = JSON.parse(readFileSync(at('piped', 'segmentation.json'), 'utf8'));
    expect(record).toMatchObject({
      pipeline: 'ExampleFly.cppipe',
      parameters: { objects: 'Nuclei', channel_of_OrigBlue: '1' },
      weights: null,
    });
  });

  it.each([
    ['a pipeline for another algorithm', ['--pipeline', fileURLToPath(PIPELINE)], 'CellProfiler'],
    ['an unknown parameter', ['--param', 'treshold=1'], 'has no such parameter'],
    ['a value out of range', ['--param', 'threshold=2'], 'from 0 to 1'],
    ['a word for a number', ['--param', 'min_size=few'], 'from 0 to 10000'],
    ['a parameter without value', ['--param', 'threshold'], 'name=value'],
    ['no size of a pixel', ['--microns-per-pixel', '0'], 'micrometres'],
    ['its own images overwritten', ['--out', at('images')], 'another folder'],
    ['weights that are not there', ['--weights', at('none')], 'none'],
  ])('refuses %s in one line', async (_, args, said) => {
    const common = ['--method', 'unet2d', '--in', at('images'), '--out', at('not')];
    const { status, stderr } = await segment(...common, ...args);
    expect(status).not.toBe(0);
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('refuses two images that would have the same label map', async () => {
    mkdirSync(at('twice'));
    for (const name of ['a.png', 'a.tif']) {
      writeFileSync(at('twice', name), readFileSync(NUCLEI));
    }
    const { stderr } = await segment(
      ...['--method', 'unet2d', '--in', at('twice'), '--out', at('not')],
    );
    expect(stderr).toContain('two images for a.png');
  });
});
