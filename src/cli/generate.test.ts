import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { Pix2PixHdConfig } from '../checkpoints/bundle/manifest.ts';
import { writeTorchZip } from '../checkpoints/torch/write-torch.ts';
import { npyOfRows } from '../checkpoints/write-style-clusters.ts';
import { decodePng } from '../imaging/decode-png.ts';
import { madeUpWeights, TINY_CONFIG } from '../nn/pix2pixhd/fixtures/tiny-model.ts';
import { runCommand } from './fixtures/run-command.ts';
import { registerGenerate } from './generate.ts';

const folder = mkdtempSync(join(tmpdir(), 'cytoforge-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

const run = (...args: string[]) => runCommand([registerGenerate], ...args);

/** A checkpoint folder as pix2pixHD leaves it. */
async function writeCheckpoint(path: string, config: Pix2PixHdConfig, options: string) {
  const weights = madeUpWeights(config);
  const tensors = weights.names().map((name) => {
    const { shape, data } = weights.read(name);
    return { name: name.replace('G.', ''), shape, read: () => data };
  });
  mkdirSync(path);
  writeFileSync(join(path, 'opt.txt'), options);
  await writeFile(join(path, 'latest_net_G.pth'), writeTorchZip(tensors));
}

const small = ['--size', '64', '--trunc', '0.7'];

describe('cytoforge generate', () => {
  it('draws larger fields, whose size follows unless it is given', async () => {
    const canvas = ['--seeds', '3', '--canvas', '96x48', '--image-model', 'none'];
    await run('generate', ...canvas, '--out', at('field'));
    await run('generate', ...canvas, '--size', '80x40', '--out', at('field-80'));
    const sizeOf = (name: string) => {
      const file = readFileSync(at(`${name}/masks/000000.png`));
      const { width, height } = decodePng(new Uint8Array(file)).image;
      return [width, height];
    };
    const sizes = [sizeOf('field'), sizeOf('field-80')];
    // The demo model proposes no size: its training size, 64, is scaled.
    expect(sizes).toEqual([
      [96, 48],
      [80, 40],
    ]);
    const { samples } = JSON.parse(readFileSync(at('field/dataset.json'), 'utf8'));
    expect(samples[0].recipe.canvas).toEqual({ width: 96, height: 48 });
    const wrong = await run('generate', ...canvas, '--canvas', '0x48', '--out', at('none'));
    expect(wrong.status).not.toBe(0);
    expect(wrong.stderr).toContain('canvas.width');
  });

  it('makes a ZIP, a folder and the same set again, to the byte', async () => {
    const first = await run('generate', '--seeds', '3,5', ...small, '--out', at('a.zip'));
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('a.zip: 2 samples');
    const files = unzipSync(readFileSync(at('a.zip')));
    expect(Object.keys(files)).toHaveLength(8);
    const manifest = JSON.parse(strFromU8(files['dataset.json']));
    expect(manifest.samples.map(({ recipe }: { recipe: { seed: number } }) => recipe.seed)).toEqual(
      [3, 5],
    );
    expect(manifest.samples[0].recipe).toMatchObject({ psi: 0.7, size: { width: 64, height: 64 } });

    await run('generate', '--seeds', '3,5', ...small, '--out', at('folder'));
    for (const [name, bytes] of Object.entries(files)) {
      expect(new Uint8Array(readFileSync(at(`folder/${name}`)))).toEqual(bytes);
    }
    await run('generate', '--recipe', at('folder/dataset.json'), '--out', at('again.zip'));
    expect(readFileSync(at('again.zip'))).toEqual(readFileSync(at('a.zip')));
    expect(readdirSync(folder).filter((name) => /part|segments/.test(name))).toEqual([]);
  });

  it('paints with the styles of an image, and from its manifest again to the byte', async () => {
    const nuclei = new URL('../pipeline/fixtures/nuclei/', import.meta.url);
    const file = (name: string) => fileURLToPath(new URL(`dsb_10328b822b${name}.png`, nuclei));
    const line = ['generate', '--seeds', '3', ...small, '--style-cluster', '22'];
    const styles = ['--style-image', file(''), '--style-instances', file('_instances')];
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const made = await run(...line, ...styles, '--out', at('styled'));
    expect(made).toMatchObject({ status: 0, stderr: '' });
    const manifest = JSON.parse(readFileSync(at('styled/dataset.json'), 'utf8'));
    const { style } = manifest.samples[0].recipe;
    expect(style).toMatchObject({ cluster: 22, palette: { name: 'dsb_10328b822b.png' } });
    expect(style.palette.centres['1']).toHaveLength(23);
    await run('generate', '--recipe', at('styled/dataset.json'), '--out', at('styled-again'));
    const image = (set: string) => readFileSync(at(`${set}/images/000000.png`));
    expect(image('styled-again')).toEqual(image('styled'));

    const clusters = new Map([
      ['0', [[0, 0, 0]]],
      ['1', [[0.5, 0.5, 0.5]]],
    ] as const);
    const rows = new Map([...clusters].map(([label, of]) => [Number(label), of]));
    writeFileSync(at('flat.npy'), npyOfRows(rows, 3));
    const flat = [...line.slice(0, -1), '0', '--styles', at('flat.npy'), '--out', at('flat')];
    expect(await run(...flat)).toMatchObject({ status: 0, stderr: '' });
    expect(image('flat')).not.toEqual(image('styled'));
  });

  it('renders with a local enhancer from its folder, and says that it crops', async () => {
    const config = { ...TINY_CONFIG, netG: 'local' as const, encoder: null };
    await writeCheckpoint(
      at('cells'),
      config,
      'netG: local\nlabel_nc: 2\nlabel_feat: True\nfeat_num: 2',
    );
    const line = ['generate', '--seeds', '5', '--size', '50x64', '--image-model', at('cells')];
    const { status, stdout, stderr } = await run(...line, '--out', at('local'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(
      `${at('local')}: 1 sample\n` +
        '  images rendered at 56 × 64 and cropped to 50 × 64 (cells takes multiples of 8, from 16)\n',
    );
    const { image } = decodePng(readFileSync(at('local/images/000000.png')));
    expect([image.width, image.height]).toEqual([50, 64]);
    expect(new Set(image.data).size).toBeGreaterThan(10);
  });

  it('ends with a whole set on an interrupt, and goes on from there', async () => {
    const line = ['generate', '--seeds', '0-11', ...small, '--image-model', 'none'];
    const pending = run(...line, '--out', at('cut.zip'));
    const begun = () => statSync(at('cut.zip.part'), { throwIfNoEntry: false })?.size;
    await vi.waitUntil(begun, { timeout: 50_000, interval: 5 });
    process.emit('SIGINT');
    const interrupted = await pending;
    expect(interrupted.status).toBe(130);
    expect(interrupted.stdout).toMatch(/cut\.zip: a whole data set with \d+ of 12 samples/);
    const { samples } = JSON.parse(
      strFromU8(unzipSync(readFileSync(at('cut.zip')))['dataset.json']),
    );
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.length).toBeLessThan(12);
    await run(...line, '--out', at('cut.zip'));
    await run(...line, '--out', at('whole.zip'));
    expect(readFileSync(at('cut.zip'))).toEqual(readFileSync(at('whole.zip')));
    expect(readdirSync(folder)).not.toContain('cut.zip.segments');
  });

  it('writes nothing when it is interrupted before the first sample', async () => {
    writeFileSync(at('earlier.zip'), 'earlier');
    const pending = run('generate', '--seeds', '0', ...small, '--out', at('earlier.zip'));
    await vi.waitUntil(() => process.listenerCount('SIGINT') > 0);
    process.emit('SIGINT');
    expect(await pending).toMatchObject({ status: 130, stdout: '' });
    expect(readFileSync(at('earlier.zip'), 'utf8')).toBe('earlier');
  });

  writeFileSync(at('broken.json'), '{');
  writeFileSync(at('narrow.npy'), npyOfRows(new Map([[1, [[1, 2]]]]), 2));
  writeFileSync(at('future.json'), '{"version":9}');
  it.each([
    [2, ['generate', '--seeds', '1'], "required option '--out <path>' not specified"],
    [2, ['generate', '--out', at('x.zip')], 'There are no seeds.'],
    [2, ['generate', '--out', at('x.zip'), '--seeds', '5-1'], 'found: 5-1'],
    [2, ['generate', '--out', at('x.zip'), '--seeds', '1', '--trunc', 'x'], "argument 'x'"],
    [2, ['generate', '--out', at('x.zip'), '--seeds', '1', '--split', 'axe'], 'components'],
    [2, ['generate', '--out', at('x.zip'), '--colour', 'red'], "unknown option '--colour'"],
    [2, ['paint'], "unknown command 'paint'"],
    [1, ['generate', '--out', at('x.zip'), '--seeds', '1', '--trunc', '99'], 'field psi'],
    [1, ['generate', '--out', at('x.zip'), '--seeds', '1', '--class', '1'], 'no classes'],
    [1, ['generate', '--out', at('x.zip'), '--seeds', '1', '--mask-model', at('none')], 'none'],
    [1, ['generate', '--out', at('x.zip'), '--seeds', '1', '--style-cluster', '10'], '0 to 9'],
    [1, ['generate', '--out', at('x.zip'), '--seeds', '1', '--size', '16000'], 'more memory'],
    [1, ['generate', '--out', at('x.zip'), '--recipe', at('broken.json')], 'broken.json'],
    [1, ['generate', '--out', at('x.zip'), '--recipe', at('future.json')], 'version 9'],
    [2, ['generate', '--out', at('x.zip'), '--seeds', '1', '--style-instances', 'a'], 'with it'],
    [
      2,
      ['generate', '--out', at('x.zip'), '--seeds', '1', '--styles', 'a', '--style-image', 'b'],
      'one of them',
    ],
    [
      1,
      ['generate', '--out', at('x.zip'), '--seeds', '1', '--style-image', at('none.png')],
      'none.png',
    ],
    [
      1,
      ['generate', '--out', at('x.zip'), '--seeds', '1', '--styles', at('narrow.npy')],
      '3 features',
    ],
    [1, ['generate', '--out', at('no/such/x.zip'), '--seeds', '1'], 'could not be written'],
  ])('ends with status %i and one line: %j', async (expected, args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect(status).toBe(expected);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^cytoforge: [^\n]*\n$/);
    expect(stderr).toContain(message);
    expect(readdirSync(folder).filter((name) => name.startsWith('x.zip'))).toEqual([]);
  });
});
