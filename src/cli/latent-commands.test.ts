import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from 'fast-png';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { openNpz } from '../checkpoints/npz.ts';
import { registerDraw } from './draw.ts';
import { runCommand } from './fixtures/run-command.ts';
import { registerGenerate } from './generate.ts';
import { registerLatents } from './latents.ts';
import { registerStyleMix } from './style-mix.ts';
import { registerVideo } from './video.ts';

const folder = mkdtempSync(join(tmpdir(), 'cytoforge-'));
const at = (...names: string[]) => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

/** StyleGAN3 of 32 pixels with three classes. */
const MODEL = fileURLToPath(
  new URL('../checkpoints/fixtures/02_sg3_t32_cond.pkl', import.meta.url),
);
const OF_MODEL = ['--mask-model', MODEL, '--class', '2', '--trunc', '0.7'];
const NUM_WS = 8;

const run = (...args: string[]) =>
  runCommand(
    [registerGenerate, registerLatents, registerDraw, registerStyleMix, registerVideo],
    ...args,
  );
const png = (...names: string[]) => decode(readFileSync(at(...names)));
const npz = (name: string) => openNpz(bytesSource(name, readFileSync(at(name))));

describe('w on the command line', () => {
  it('are written, alone and with a data set, and draw the masks of their seeds', async () => {
    const written = await run('latents', ...OF_MODEL, '--seeds', '3,5', '--out', at('ws.npz'));
    expect(written).toMatchObject({ status: 0, stderr: '' });
    const file = npz('ws.npz');
    expect(file.names()).toEqual(['w', 'seeds']);
    expect(file.numbers('w').shape).toEqual([2, NUM_WS, 32]);
    expect([...file.numbers('seeds').data]).toEqual([3, 5]);

    const set = ['--image-model', 'none', '--seeds', '3,5', '--out', at('set')];
    await run('generate', ...OF_MODEL, ...set, '--save-w', at('saved.npz'));
    expect(readFileSync(at('saved.npz'))).toEqual(readFileSync(at('ws.npz')));

    const model = ['--mask-model', MODEL];
    const drawn = await run('draw', ...model, '--w', at('ws.npz'), '--out', at('drawn'));
    expect(drawn.stdout).toContain('drawn: 2 masks');
    expect(readdirSync(at('drawn'))).toEqual(['seed0003.png', 'seed0005.png']);
    const frames = ['--seeds', '3', '--w-frames', '1', '--out', at('still')];
    await run('video', ...OF_MODEL, ...frames);
    expect(png('still', 'frame000000.png').data).toEqual(png('drawn', 'seed0003.png').data);
  });

  it('may be a .npy, whose masks have numbers', async () => {
    await run('latents', ...OF_MODEL, '--seeds', '3', '--out', at('ws.npy'));
    await run('draw', '--mask-model', MODEL, '--w', at('ws.npy'), '--out', at('numbered'));
    expect(readdirSync(at('numbered'))).toEqual(['w0000.png']);
  });
});

describe('cytoforge style-mix', () => {
  it('writes every cell and the grid, with the seeds’ own on its edges', async () => {
    const plan = ['--rows', '85,100', '--cols', '55', '--layers', '0-6'];
    const done = await run('style-mix', ...OF_MODEL, ...plan, '--out', at('mix'));
    expect(done).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(at('mix')).sort()).toEqual(
      ['100-100.png', '100-55.png', '55-55.png', '85-55.png', '85-85.png', 'grid.png'].sort(),
    );
    const grid = png('mix', 'grid.png');
    expect([grid.width, grid.height, grid.channels]).toEqual([64, 96, 1]);
    const cell = (column: number, row: number) =>
      Array.from({ length: 32 }, (_, y) => {
        const start = (row * 32 + y) * 64 + column * 32;
        return [...grid.data.subarray(start, start + 32)];
      }).flat();
    expect(new Set(cell(0, 0))).toEqual(new Set([0]));
    expect(cell(1, 0)).toEqual([...png('mix', '55-55.png').data]);
    expect(cell(0, 1)).toEqual([...png('mix', '85-85.png').data]);
    expect(cell(1, 2)).toEqual([...png('mix', '100-55.png').data]);
    expect(cell(1, 2)).not.toEqual(cell(0, 2));
    expect(cell(1, 2)).not.toEqual(cell(1, 0));
  });

  it('gives the column’s seed where every w comes from it', async () => {
    const plan = ['--rows', '85', '--cols', '55', '--layers', `0-${NUM_WS - 1}`];
    await run('style-mix', ...OF_MODEL, ...plan, '--out', at('all'));
    expect(png('all', '85-55.png').data).toEqual(png('all', '55-55.png').data);
  });
});

describe('cytoforge video', () => {
  it('writes a loop of frames, with a class and a grid', async () => {
    const plan = ['--seeds', '0-3', '--grid', '2x1', '--w-frames', '2'];
    const done = await run('video', ...OF_MODEL, ...plan, '--out', at('frames'));
    expect(done.stdout).toContain('frames: 4 frames, 0.1 s at 60 frames a second');
    const names = readdirSync(at('frames'));
    expect(names).toEqual([0, 1, 2, 3].map((frame) => `frame00000${frame}.png`));
    const frames = names.map((name) => png('frames', name));
    for (const { width, height } of frames) expect([width, height]).toEqual([64, 32]);
    expect(new Set(frames.map(({ data }) => data.join())).size).toBe(4);
  });
});

describe('an interrupted video', () => {
  it('keeps the frames that were made', async () => {
    const plan = ['--seeds', '0-1', '--w-frames', '500', '--out', at('cut')];
    const pending = run('video', ...OF_MODEL, ...plan);
    const begun = () => readdirSync(folder).includes('cut.part');
    await vi.waitUntil(begun, { timeout: 50_000, interval: 5 });
    process.emit('SIGINT');
    const { status, stdout } = await pending;
    expect(status).toBe(130);
    const made = Number(/cut: (\d+) of 1000 frames/.exec(stdout)?.[1]);
    expect(made).toBeGreaterThan(0);
    expect(readdirSync(at('cut'))).toHaveLength(made);
  });
});

describe('wrong command lines', () => {
  const video = ['video', '--mask-model', MODEL, '--class', '0', '--out', at('x')];
  const mix = ['style-mix', '--mask-model', MODEL, '--class', '0', '--out', at('x')];
  it.each([
    [2, ['latents', '--seeds', '1', '--out', at('ws.txt')], '.npz or .npy'],
    [2, ['generate', '--seeds', '1', '--out', at('x'), '--save-w', at('ws.txt')], '.npz or .npy'],
    [1, ['latents', '--seeds', '1', '--out', at('no', 'such', 'ws.npz')], 'could not be written'],
    [1, ['draw', '--w', at('none.npz'), '--out', at('x')], 'none.npz'],
    [1, ['draw', '--w', MODEL, '--out', at('x')], '02_sg3_t32_cond.pkl'],
    [2, [...mix, '--rows', '1', '--cols', '2', '--layers', 'all'], '0-6'],
    [1, [...mix, '--rows', '1', '--cols', '2', '--layers', '8'], 'w from 0 to 7'],
    [2, [...video, '--seeds', '0-2', '--grid', '2x1'], 'a multiple of 2'],
    [2, [...video, '--seeds', '0', '--grid', '0x1'], 'columns of the grid'],
    [2, [...video, '--seeds', '0', '--w-frames', '0.5'], 'frames per keyframe'],
    [2, [...video, '--seeds', '0', '--what', 'image', '--image-model', 'none'], 'pix2pixHD'],
  ])('end with status %i and one line: %j', async (expected, args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect([status, stdout]).toEqual([expected, '']);
    expect(stderr).toMatch(/^cytoforge: [^\n]*\n$/);
    expect(stderr).toContain(message);
    expect(readdirSync(folder).filter((name) => name.startsWith('x'))).toEqual([]);
  });
});
