import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { countingSource, fixture } from '../fixtures/open-fixture.ts';
import { openModelFiles } from '../group-files.ts';
import { decodeHalf, encodeHalf } from '../half.ts';
import { bundleTensors, shardPaths } from './bundle-tensors.ts';
import { CONVERTER } from './converter.ts';
import type { Precision } from './encode-weight.ts';
import { expectedTensors } from './expected-tensors.ts';
import { parseManifest } from './parse-manifest.ts';
import { SHARD_BYTES, ShardWriter } from './shard-writer.ts';
import { type ConvertibleModel, writeBundle } from './write-bundle.ts';

const snapshot = () =>
  openModelFiles({ kind: 'stylegan', snapshot: fixture('02_sg3_t32_cond.pkl') });
const pix2pixhd = () =>
  openModelFiles({
    kind: 'pix2pixhd',
    files: {
      generator: fixture('global_net_G.zip.pth'),
      encoder: fixture('03_p2p_model_latest_net_E.pth'),
      clusters: fixture('03_p2p_features_clustered_010.npy'),
    },
  });

async function write(model: ConvertibleModel, precision: Precision) {
  const files = new Map<string, Uint8Array>();
  const progress: [number, number][] = [];
  await writeBundle(model, {
    name: 'tiny',
    precision,
    licence: 'CC0',
    card: '# Tiny',
    defaults: { psi: 0.7, threshold: 128 },
    sink: { writeFile: (name, bytes) => void files.set(name, bytes.slice()) },
    onProgress: (done, total) => progress.push([done, total]),
  });
  return { files, progress };
}

function open(files: Map<string, Uint8Array>) {
  const manifest = parseManifest(JSON.parse(new TextDecoder().decode(files.get('model.json'))));
  const shards = shardPaths(manifest).map((path) => files.get(path)!.slice().buffer);
  return { manifest, shards, weights: bundleTensors(manifest, shards) };
}

describe('a bundle', () => {
  it.each([
    ['StyleGAN3', snapshot],
    ['pix2pixHD', pix2pixhd],
  ])('of %s gives back every float32 weight to the bit', async (_, make) => {
    const model = make();
    const { weights } = open((await write(model, 'float32')).files);
    expect(weights.names()).toEqual([...expectedTensors(model).keys()]);
    for (const name of weights.names())
      expect(weights.read(name)).toEqual(model.weights.read(name));
  });

  it('at float16 rounds large weights to nearest and keeps the latent path and the others exact', async () => {
    const model = snapshot();
    const { manifest, weights } = open((await write(model, 'float16')).files);
    const halves = new Set<string>();
    for (const { name, shape, quantization } of manifest.weightsManifest[0].weights) {
      const original = model.weights.read(name);
      const expected = quantization
        ? original.data.map((value) => decodeHalf(encodeHalf(value)))
        : original.data;
      expect(weights.read(name)).toEqual({ shape, data: expected });
      if (quantization) halves.add(name.replace(/L\d+_\d+_\d+|fc\d/, '*'));
      original.data.forEach((value, i) => {
        expect(Math.abs(expected[i] - value)).toBeLessThanOrEqual(
          Math.abs(value) * 2 ** -11 + 2 ** -25,
        );
      });
    }
    expect([...halves].sort()).toEqual([
      'synthesis.*.affine.weight',
      'synthesis.*.weight',
      'synthesis.input.weight',
    ]);
  });

  it('records where it came from and what it is', async () => {
    const { files } = await write(pix2pixhd(), 'float32');
    const { manifest } = open(files);
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(manifest).toMatchObject({
      format: 'cytoforge-model',
      version: 1,
      architecture: 'pix2pixhd',
      name: 'tiny',
      card: 'card.md',
      defaults: { psi: 0.7, threshold: 128 },
      provenance: { licence: 'CC0', converter: CONVERTER },
    });
    expect(manifest.provenance.weightsSha256).toBe(sha256(files.get('weights-001.bin')!));
    const generator = fixture('global_net_G.zip.pth');
    expect(manifest.provenance.files[0]).toEqual({
      name: generator.name,
      bytes: generator.size,
      sha256: sha256(generator.read(0, generator.size)),
    });
    expect(manifest.provenance.files).toHaveLength(3);
    expect(new TextDecoder().decode(files.get('card.md'))).toBe('# Tiny');
    expect('styleClusters' in manifest && manifest.styleClusters?.['1']).toHaveLength(10);
    expect([...files.keys()].at(-1)).toBe('model.json');
  });

  it('is the same every time, and says how far it is', async () => {
    const first = await write(snapshot(), 'float16');
    const second = await write(snapshot(), 'float16');
    expect(first.files).toEqual(second.files);
    const total = first.progress[0][1];
    expect(first.progress.at(-1)).toEqual([total, total]);
    expect(first.progress.every(([done], i, all) => i === 0 || done >= all[i - 1][0])).toBe(true);
  });

  it('is written from little memory', async () => {
    const file = fixture('02_sg3_t64.pkl');
    const { source, counts } = countingSource(file);
    const model = openModelFiles({ kind: 'stylegan', snapshot: source });
    counts.largest = 0;
    const opened = counts.total;
    for (const name of expectedTensors(model).keys()) model.weights.read(name);
    const largestTensor = Math.max(
      ...[...expectedTensors(model).values()].map((shape) => 4 * shape.reduce((a, b) => a * b, 1)),
    );
    expect(counts.largest).toBe(largestTensor);
    expect(opened).toBeLessThan(1.6 * file.size);
    expect(counts.total).toBeLessThan(2 * file.size);
  });

  it('stops when asked to, without a manifest', async () => {
    const names: string[] = [];
    const written = writeBundle(snapshot(), {
      name: 'tiny',
      precision: 'float32',
      licence: '',
      sink: { writeFile: (name) => void names.push(name) },
      signal: AbortSignal.abort(),
    });
    await expect(written).rejects.toMatchObject({ name: 'AbortError' });
    expect(names).not.toContain('model.json');
  });

  it('refuses shards that are too short or too long', async () => {
    const { manifest, shards } = open((await write(snapshot(), 'float32')).files);
    const short = [shards[0].slice(0, shards[0].byteLength - 4)];
    expect(() => bundleTensors(manifest, short)).toThrow(
      expect.objectContaining({ code: 'truncated' }),
    );
    expect(() => bundleTensors(manifest, [])).toThrow(
      expect.objectContaining({ code: 'truncated' }),
    );
    const long = [shards[0], new ArrayBuffer(4)];
    manifest.weightsManifest[0].paths.push('more.bin');
    expect(() => bundleTensors(manifest, long)).toThrow(
      expect.objectContaining({ code: 'corrupt' }),
    );
  });

  it('names the version of the package as its converter', () => {
    expect(CONVERTER).toBe(`cytoforge ${packageJson.version}`);
  });
});

describe('ShardWriter', () => {
  it('cuts weights across shards of 4 MiB', async () => {
    const shards: Uint8Array[] = [];
    const writer = new ShardWriter({ writeFile: (_, bytes) => void shards.push(bytes) });
    const bytes = Uint8Array.from({ length: SHARD_BYTES + 1000 }, (_, i) => i % 251);
    await writer.write(bytes.subarray(0, 500));
    await writer.write(bytes.subarray(500));
    const hash = await writer.finish();
    expect(shards.map(({ length }) => length)).toEqual([SHARD_BYTES, 1000]);
    expect(writer.paths).toEqual(['weights-001.bin', 'weights-002.bin']);
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(Buffer.concat(shards).equals(bytes)).toBe(true);
  });
});

describe('bundleTensors', () => {
  it('reads a weight that lies across shards', async () => {
    const { manifest, shards } = open((await write(snapshot(), 'float32')).files);
    const cut = 4 * 37 + 2;
    manifest.weightsManifest[0].paths = ['a.bin', 'b.bin'];
    const split = bundleTensors(manifest, [shards[0].slice(0, cut), shards[0].slice(cut)]);
    const { weights } = snapshot();
    for (const name of split.names()) expect(split.read(name)).toEqual(weights.read(name));
  });

  it('decodes a float16 weight that is read in several steps', async () => {
    const { manifest } = open((await write(snapshot(), 'float16')).files);
    const count = 3 * 512 * 1024 + 5;
    const halves = Uint16Array.from({ length: count }, (_, i) => encodeHalf(i % 2039));
    const quantization = { dtype: 'float16', original_dtype: 'float32' } as const;
    const weights = [{ name: 'large', shape: [count], dtype: 'float32' as const, quantization }];
    manifest.weightsManifest = [{ paths: ['a.bin', 'b.bin'], weights }];
    const cut = 1_234_568;
    const shards = [halves.buffer.slice(0, cut), halves.buffer.slice(cut)];
    const { shape, data } = bundleTensors(manifest, shards).read('large');
    expect(shape).toEqual([count]);
    expect(data.findIndex((value, i) => value !== i % 2039)).toBe(-1);
    expect(data).toHaveLength(count);
  });

  it('reads of shards that are files only what a weight needs, when it is asked for', async () => {
    const { manifest, shards } = open((await write(snapshot(), 'float16')).files);
    const reads: number[] = [];
    vi.stubGlobal(
      'FileReaderSync',
      class {
        readAsArrayBuffer({ start, end }: { start: number; end: number }) {
          reads.push(end - start);
          return shards[0].slice(start, end);
        }
      },
    );
    const file = {
      size: shards[0].byteLength,
      slice: (start: number, end: number) => ({ start, end }),
    };
    const fromFile = bundleTensors(manifest, [file as unknown as Blob]);
    expect(reads).toEqual([]);
    const inMemory = bundleTensors(manifest, shards);
    const last = fromFile.names().at(-1) as string;
    expect(fromFile.read(last)).toEqual(inMemory.read(last));
    expect(Math.max(...reads)).toBeLessThan(shards[0].byteLength);
    for (const name of fromFile.names()) {
      expect(fromFile.read(name)).toEqual(inMemory.read(name));
    }
    vi.unstubAllGlobals();
  });
});

describe('parseManifest', () => {
  const valid = async () =>
    JSON.parse(
      new TextDecoder().decode((await write(snapshot(), 'float32')).files.get('model.json')),
    );

  it.each([
    ['no object', () => 5, 'not-a-checkpoint'],
    ['another format', (m: object) => ({ ...m, format: 'x' }), 'not-a-checkpoint'],
    ['a later version', (m: object) => ({ ...m, version: 2 }), 'unsupported'],
    ['another architecture', (m: object) => ({ ...m, architecture: 'unet' }), 'unsupported'],
    ['no configuration', (m: object) => ({ ...m, config: {} }), 'corrupt'],
    ['no weights', (m: object) => ({ ...m, weightsManifest: [] }), 'missing-tensor'],
  ])('refuses %s', async (_, change, code) => {
    const manifest = change(await valid());
    expect(() => parseManifest(manifest)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses shard names that leave the folder', async () => {
    const manifest = await valid();
    manifest.weightsManifest[0].paths = ['../secret.bin'];
    expect(() => parseManifest(manifest)).toThrow(
      expect.objectContaining({
        code: 'corrupt',
        details: expect.objectContaining({ where: 'weightsManifest.0.paths.0' }),
      }),
    );
  });

  it('refuses a local generator without local enhancers', async () => {
    const { files } = await write(pix2pixhd(), 'float32');
    const manifest = JSON.parse(new TextDecoder().decode(files.get('model.json')));
    const config = { ...manifest.config, netG: 'local', nLocalEnhancers: 0 };
    expect(() => parseManifest({ ...manifest, config })).toThrow(
      expect.objectContaining({
        code: 'corrupt',
        details: expect.objectContaining({ where: 'config' }),
      }),
    );
  });

  it('names the weight whose shape is wrong', async () => {
    const manifest = await valid();
    manifest.weightsManifest[0].weights[0].shape = [1, 2];
    expect(() => parseManifest(manifest)).toThrow(
      expect.objectContaining({
        code: 'missing-tensor',
        details: expect.objectContaining({
          where: 'synthesis.input.weight',
          found: 'shape [1, 2]',
          expected: 'shape [12, 12]',
        }),
      }),
    );
  });
});
