import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { readSafetensors, type SafetensorsTensor } from '../checkpoints/safetensors.ts';
import { writeTorchZip } from '../checkpoints/torch/write-torch.ts';
import { decodePng } from '../imaging/decode-png.ts';
import { encodeGreyPng, encodeLabelPng, encodeRgbPng } from '../imaging/encode-png.ts';
import { registerRender } from './render.ts';
import { runProgram, speakInOneLine } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'render-'));
const at = (...names: string[]) => join(folder, ...names);
const GOLDENS = fileURLToPath(new URL('../parity/fixtures/goldens/', import.meta.url));
const NUCLEI = fileURLToPath(new URL('fixtures/infer-nuclei/', import.meta.url));
const golden = JSON.parse(readFileSync(join(GOLDENS, '03_p2p_model.json'), 'utf8'));
let tensors: ReadonlyMap<string, SafetensorsTensor>;

function write(path: string, bytes: Uint8Array | string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
}

function tensorsOf(name: string) {
  return readSafetensors(bytesSource(name, new Uint8Array(readFileSync(join(GOLDENS, name)))));
}

/** The golden's model as the original's training leaves it, and its maps as a person has them. */
async function writeGoldenModel(): Promise<void> {
  const weights = [...tensorsOf('03_p2p_model.net_G.safetensors')].map(
    ([name, { shape, data }]) => ({ name, shape, read: () => Float32Array.from(data) }),
  );
  const pieces: Uint8Array[] = [];
  for await (const piece of writeTorchZip(weights)) pieces.push(piece);
  write(at('model', 'latest_net_G.pth'), Buffer.concat(pieces));
  for (const [from, to] of [
    ['03_p2p_model_latest_net_E.pth', 'latest_net_E.pth'],
    ['03_p2p_features_clustered_010.npy', 'features_clustered_010.npy'],
  ]) {
    write(at('model', to), readFileSync(join(GOLDENS, from)));
  }
  const lines = Object.entries(golden.config.opt).map(
    ([name, value]) => `${name}: ${inPython(value)}`,
  );
  write(
    at('model', 'opt.txt'),
    `------------ Options -------------\n${lines.join('\n')}\n-------------- End ----------------\n`,
  );
  tensors = tensorsOf('03_p2p_model.safetensors');
  const maps = [map('label'), map('inst')].map((ids) => Uint16Array.from(ids));
  const size = { width: 64, height: 48 };
  write(
    at('label', 'a.png'),
    encodeGreyPng({ ...size, channels: 1, data: Uint8Array.from(maps[0]) }),
  );
  write(at('inst', 'a.png'), encodeLabelPng({ ...size, data: maps[1] }));
}

function inPython(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : `${value}`;
}

function map(name: string): ArrayLike<number> {
  return tensors.get(name)?.data ?? [];
}

/** `[3, H, W]` in [-1, 1] → 8-bit levels `[H, W, 3]`, as the original's `tensor2im`. */
function levelsOf(planes: ArrayLike<number>): number[] {
  const pixels = planes.length / 3;
  return Array.from({ length: planes.length }, (_, i) => {
    const value = planes[(i % 3) * pixels + Math.trunc(i / 3)];
    return Math.min(255, Math.max(0, Math.trunc(((value + 1) / 2) * 255)));
  });
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, level, i) => Math.max(most, Math.abs(level - b[i])), 0);
}

/** Runs a command line; the exit status and what it said. */
async function run(...args: string[]) {
  const said = { stdout: '', stderr: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.stdout += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.stderr += text;
    return true;
  });
  const program = new Command('cytoforge');
  const line = (text: string) => {
    said.stderr += text;
  };
  speakInOneLine(program, line);
  registerRender(program);
  const status = await runProgram(program, ['render', ...args], line);
  vi.restoreAllMocks();
  return { status, ...said };
}

const pixelsAt = (path: string) => decodePng(new Uint8Array(readFileSync(path))).image;

beforeAll(writeGoldenModel);
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => void vi.restoreAllMocks());

describe('cytoforge render', () => {
  it.each([0, 1, 2])('gives the pixels of the original, seed by seed (%i)', async (index) => {
    const seed = String(golden.config.sampling[index].np_random_seed);
    const maps = ['--labels', at('label'), '--instances', at('inst')];
    const out = at(`out${index}`);
    const { status, stdout, stderr } = await run(
      '--image-model',
      at('model'),
      ...maps,
      '--seed',
      seed,
      '--out',
      out,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(`${out}: 1 image\n`);
    expect(readdirSync(out)).toEqual(['a_synthesized_image.png']);
    const expected = levelsOf(map(`infer${index}.fake`));
    const made = pixelsAt(join(out, 'a_synthesized_image.png'));
    expect(largestDifference(made.data, expected)).toBeLessThanOrEqual(1);
  });

  it('gives the nuclei of the original, from the float16 demo bundle', async () => {
    const maps = ['--labels', join(NUCLEI, 'labels'), '--instances', join(NUCLEI, 'instances')];
    const { status } = await run(
      ...maps,
      '--choice',
      join(NUCLEI, 'clusters.json'),
      '--resize-or-crop',
      'none',
      '--out',
      at('nuclei'),
    );
    expect(status).toBe(0);
    const made = pixelsAt(at('nuclei', 'infer0_synthesized_image.png'));
    const original = pixelsAt(join(NUCLEI, 'infer0_synthesized_image.png'));
    const apart = Array.from(made.data, (level, i) => Math.abs(level - original.data[i]));
    const beyond = apart.filter((levels) => levels > 1).length;
    expect(beyond / apart.length).toBeLessThan(0.001);
  });

  it('pads sizes that do not divide and crops back, in every mode, and says so', async () => {
    const maps = ['--labels', at('label'), '--instances', at('inst')];
    const sizes: Record<string, [number, number]> = {
      none: [64, 48],
      resize: [50, 50],
      scale_width: [50, 37],
      crop: [30, 30],
      resize_and_crop: [30, 30],
      scale_width_and_crop: [30, 30],
    };
    for (const [mode, [width, height]] of Object.entries(sizes)) {
      const sides = ['--load-size', '50', '--fine-size', '30'];
      const out = at(mode);
      const { status, stderr } = await run(
        '--image-model',
        at('model'),
        ...maps,
        '--resize-or-crop',
        mode,
        ...sides,
        '--out',
        out,
      );
      expect({ mode, status }).toEqual({ mode, status: 0 });
      const made = pixelsAt(join(out, 'a_synthesized_image.png'));
      expect([mode, made.width, made.height]).toEqual([mode, width, height]);
      expect(stderr.includes('cropped back (1 image)')).toBe(mode !== 'none');
    }
  });

  it('reads 8-bit instance maps as the original: edges, but one region', async () => {
    const instances = Uint8Array.from(map('inst'), (id) => id % 251);
    const grey = { width: 64, height: 48, channels: 1 as const, data: instances };
    write(at('inst8', 'a.png'), encodeGreyPng(grey));
    const maps = ['--labels', at('label'), '--instances', at('inst8')];
    const { stderr } = await run('--image-model', at('model'), ...maps, '--out', at('out8'));
    expect(stderr).toContain('save them with 16 bits (1 image)');
    expect(pixelsAt(at('out8', 'a_synthesized_image.png'))).toMatchObject({ width: 64 });
  });

  it('takes the styles of real images with --encode-images', async () => {
    const levels = Uint8Array.from(levelsOf(map('image')));
    const size = { width: 64, height: 48, channels: 3 as const };
    write(at('img', 'a.png'), encodeRgbPng({ ...size, data: levels }));
    const { status } = await run(
      '--image-model',
      at('model'),
      '--labels',
      at('label'),
      '--instances',
      at('inst'),
      '--encode-images',
      at('img'),
      '--out',
      at('encoded'),
    );
    expect(status).toBe(0);
    const made = pixelsAt(at('encoded', 'a_synthesized_image.png'));
    // The golden's image has more than 8 bits, which moves the features a little.
    const expected = levelsOf(map('infer_encoded.fake'));
    expect(largestDifference(made.data, expected)).toBeLessThanOrEqual(2);
  });

  it('refuses, in one line, what cannot be rendered', async () => {
    const label = { width: 64, height: 48, channels: 1 as const, data: new Uint8Array(64 * 48) };
    label.data[64 * 5 + 7] = 3;
    write(at('wrong', 'a.png'), encodeGreyPng(label));
    write(at('two', 'a.png'), encodeGreyPng(label));
    write(at('two', 'b.png'), encodeGreyPng(label));
    const square = { width: 8, height: 8, data: new Uint16Array(64) };
    write(at('small', 'a.png'), encodeLabelPng(square));
    write(at('other.npy'), readFileSync(join(GOLDENS, '03_p2p_features_clustered_010.npy')));
    mkdirSync(at('empty'));
    const model = ['--image-model', at('model')];
    const cases: [number, string[], string][] = [
      [1, ['--labels', at('wrong'), '--instances', at('inst')], 'x 7, y 5 · found: class 3'],
      [1, ['--labels', at('label'), '--instances', at('small')], 'differ in size'],
      [2, ['--labels', at('label')], 'needs instance maps'],
      [2, ['--labels', at('two'), '--instances', at('inst')], 'expected: 2, one for each'],
      [2, ['--labels', at('empty'), '--instances', at('inst')], 'has no images'],
      [1, ['--labels', at('nowhere')], 'could not be read'],
      [2, ['--labels', at('label'), '--resize-or-crop', 'squash'], 'Allowed choices'],
      [
        2,
        [
          '--labels',
          at('label'),
          '--instances',
          at('inst'),
          '--resize-or-crop',
          'crop',
          '--fine-size',
          '0',
        ],
        '--fine-size',
      ],
      [
        1,
        ['--labels', at('label'), '--instances', at('inst'), '--clusters', at('inst', 'a.png')],
        'not a NumPy file',
      ],
    ];
    for (const [expected, args, message] of cases) {
      const { status, stdout, stderr } = await run(...model, ...args, '--out', at('refused'));
      expect({ message, status, stdout }).toEqual({ message, status: expected, stdout: '' });
      expect(stderr).toMatch(/^cytoforge: [^\n]*\n$/);
      expect(stderr).toContain(message);
    }
  });
});
