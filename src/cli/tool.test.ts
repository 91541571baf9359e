import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePng } from '../imaging/decode-png.ts';
import { encodeGreyPng } from '../imaging/encode-png.ts';
import { runCommand } from './fixtures/run-command.ts';
import { registerTool } from './tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'tool-'));
const at = (...names: string[]) => join(folder, ...names);
const tool = (...args: string[]) => runCommand([registerTool], 'tool', ...args);

/** A ring on an 8 × 8 field. */
const RING = encodeGreyPng({
  width: 8,
  height: 8,
  channels: 1,
  data: Uint8Array.from({ length: 64 }, (_, i) => {
    const far = Math.max(Math.abs((i % 8) - 3), Math.abs(Math.floor(i / 8) - 3));
    return far === 2 || far === 1 ? 255 : 0;
  }),
});

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

const levels = (path: string) => [...new Set(decodePng(readFileSync(path)).image.data)].sort();

beforeAll(() => {
  for (const name of ['a', 'b', 'c', 'd']) {
    write(at('pairs', 'train_A', `${name}.png`), RING);
    write(at('pairs', 'train_B', `${name}.png`), RING);
  }
  write(at('pairs', 'train_A', 'empty.png'), new Uint8Array(0));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('cytoforge tool', () => {
  it('floods the masks of a folder and copies the images', async () => {
    const { status, stdout } = await tool('flood', at('pairs'), '--out', at('flood'));
    expect(status).toBe(0);
    expect(stdout).toContain('8 files');
    expect(stdout).toMatch(/left out: train_A\/empty\.png · .*empty file/);
    expect(levels(at('flood', 'train_A', 'a.png'))).toEqual([0, 255, 76]);
    expect(readFileSync(at('flood', 'train_B', 'a.png'))).toEqual(Buffer.from(RING));
    const report = JSON.parse(readFileSync(at('flood', 'tool-report.json'), 'utf8'));
    expect(report).toMatchObject({ status: 'done', step: { tool: 'flood', level: 76 } });
  });

  it('augments pairs of a ZIP into a ZIP, the same for the same seed', async () => {
    write(at('pairs.zip'), zipSync({ 'train_A/a.png': RING, 'train_B/a.png': RING }));
    const run = (out: string, ...args: string[]) =>
      tool('augment', at('pairs.zip'), '--copies', '3', ...args, '--out', at(out));
    await run('one.zip', '--rotation', '-5,5');
    await run('two.zip', '--rotation', '-5,5');
    expect(readFileSync(at('one.zip'))).toEqual(readFileSync(at('two.zip')));
    const files = unzipSync(readFileSync(at('one.zip')));
    expect(Object.keys(files).sort()).toEqual([
      'tool-report.json',
      'train_A/a_0.png',
      'train_A/a_1.png',
      'train_A/a_2.png',
      'train_B/a_0.png',
      'train_B/a_1.png',
      'train_B/a_2.png',
    ]);
    expect([...new Set(decodePng(files['train_A/a_1.png']).image.data)].sort()).toEqual([0, 255]);
  });

  it('prepares classes for StyleGAN, splits, resizes, crops, thresholds and combines', async () => {
    write(at('classes', 'x', '1.png'), RING);
    write(at('classes', 'y', '2.png'), RING);
    await tool('stylegan-prep', at('classes'), '--resolution', '4x4', '--out', at('sg.zip'));
    const files = unzipSync(readFileSync(at('sg.zip')));
    expect(JSON.parse(Buffer.from(files['dataset.json']).toString())).toEqual({
      labels: [
        ['00000/img00000000.png', 0],
        ['00000/img00000001.png', 1],
      ],
    });
    await tool('split', at('pairs'), '--shares', '1,1,2', '--out', at('split'));
    expect(readdirSync(at('split')).sort()).toEqual(
      ['test_A', 'test_B', 'tool-report.json', 'train_A', 'train_B', 'val_A', 'val_B'].sort(),
    );
    await tool('resize', at('classes'), '--size', '5x3', '--out', at('resized'));
    expect(decodePng(readFileSync(at('resized', 'x', '1.png'))).image).toMatchObject({
      width: 5,
      height: 3,
    });
    await tool('crop', at('classes'), '--how', 'tiles', '--size', '4', '--out', at('tiles'));
    expect(readdirSync(at('tiles', 'x'))).toHaveLength(4);
    await tool('threshold', at('classes'), '--level', 'otsu', '--out', at('binary'));
    expect(levels(at('binary', 'y', '2.png'))).toEqual([0, 255]);
    write(at('sum', 'image', '1.png'), RING);
    write(at('sum', 'spot', '1.png'), RING);
    await tool('combine', at('sum', 'image'), at('sum', 'spot'), '--out', at('sums'));
    expect(readdirSync(at('sums', 'combined'))).toEqual(['1.png']);
  });

  it('refuses bad archives, settings and places in one line', async () => {
    write(at('out.zip'), zipSync({ '../a.png': RING }));
    const bad = await tool('flood', at('out.zip'), '--out', at('nothing'));
    expect(bad.status).toBe(1);
    expect(bad.stderr).toMatch(/^cytoforge: .*was refused.*\.\.\/a\.png.*\n$/);
    const setting = await tool('split', at('pairs'), '--shares', '0,0,0', '--out', at('nothing'));
    expect(setting).toMatchObject({ status: 2 });
    expect(setting.stderr).toContain('at least one above 0');
    const missing = await tool('flood', at('no-such'), '--out', at('nothing'));
    expect(missing.stderr).toContain('could not be read');
    const full = await tool('flood', at('pairs'), '--out', at('classes'));
    expect(full.stderr).toContain('--out cannot be written');
    const nothing = await tool('combine', at('pairs', 'train_A'), '--out', at('nothing'));
    expect(nothing).toMatchObject({ status: 2 });
    expect(nothing.stderr).toContain('No file could be used');
    expect(readdirSync(folder).filter((name) => name.startsWith('nothing'))).toEqual([]);
  });
});
