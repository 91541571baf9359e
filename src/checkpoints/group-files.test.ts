import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeBundle } from './bundle/write-bundle.ts';
import { type ByteSource, bytesSource } from './byte-source.ts';
import { fixture, fixtureBytes } from './fixtures/open-fixture.ts';
import { groupFiles, openModelFiles } from './group-files.ts';
import { recogniseFile } from './recognise.ts';

const named = (name: string, file: string): ByteSource => bytesSource(name, fixtureBytes(file));
const E = '03_p2p_model_latest_net_E.pth';
const CLUSTERS = '03_p2p_features_clustered_010.npy';

async function bundleFiles(): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  const snapshot = fixture('02_sg3_t32_cond.pkl');
  await writeBundle(openModelFiles({ kind: 'stylegan', snapshot }), {
    name: 'tiny',
    precision: 'float16',
    licence: '',
    sink: {
      writeFile: (name, bytes) => {
        files[name] = bytes.slice();
      },
    },
  });
  return files;
}

describe('recogniseFile', () => {
  it.each([
    ['02_sg3_t32_cond.pkl', 'stylegan-snapshot'],
    ['02_sg3_t64.pkl', 'stylegan-snapshot'],
    ['global_net_G.zip.pth', 'pix2pixhd-generator'],
    ['local_batch_net_G.legacy.pth', 'pix2pixhd-generator'],
    [E, 'pix2pixhd-encoder'],
    [CLUSTERS, 'style-clusters'],
    ['opt.txt', 'options'],
  ])('knows %s by its content', (file, kind) => {
    const recognised = recogniseFile(fixture(file));
    expect(recognised.error).toBeUndefined();
    expect(recognised.kind).toBe(kind);
    if (kind !== 'options') expect(recogniseFile(named('x', file)).kind).toBe(kind);
  });

  it('knows images', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10);
    expect(recogniseFile(bytesSource('mask', png)).kind).toBe('image');
  });

  it.each([
    ['odd_tensors.zip.pth', 'wrong-architecture'],
    ['arrays.npz', 'not-a-checkpoint'],
    ['containers.p4.pkl', 'wrong-architecture'],
  ])('says why %s is of no use', (file, code) => {
    expect(recogniseFile(fixture(file))).toMatchObject({ kind: 'unknown', error: { code } });
  });
});

describe('groupFiles', () => {
  it('makes one model of generator, encoder, clusters and options from anywhere', () => {
    const { models, others } = groupFiles([
      named('a/opt.txt', 'opt.txt'),
      named('b/latest_net_E.pth', E),
      named('c/features_clustered_010.npy', CLUSTERS),
      named('d/latest_net_G.pth', 'global_net_G.zip.pth'),
    ]);
    expect(others).toEqual([]);
    expect(models).toMatchObject([
      {
        kind: 'pix2pixhd',
        files: {
          generator: { name: 'd/latest_net_G.pth' },
          encoder: { name: 'b/latest_net_E.pth' },
          clusters: { name: 'c/features_clustered_010.npy' },
          options: { name: 'a/opt.txt' },
        },
      },
    ]);
  });

  it('keeps the folders of two generators apart', () => {
    const { models, others } = groupFiles([
      named('x/latest_net_G.pth', 'global_net_G.zip.pth'),
      named('y/latest_net_G.pth', 'local_batch_net_G.zip.pth'),
      named('x/latest_net_E.pth', E),
      named('z/opt.txt', 'opt.txt'),
      named('m.pkl', '02_sg3_t32_cond.pkl'),
    ]);
    expect(models.map(({ kind }) => kind)).toEqual(['stylegan', 'pix2pixhd', 'pix2pixhd']);
    expect(models[1]).toMatchObject({ files: { encoder: { name: 'x/latest_net_E.pth' } } });
    expect(models[2]).toMatchObject({ files: { encoder: undefined, options: undefined } });
    expect(others.map(({ source }) => source.name)).toEqual(['z/opt.txt']);
  });

  it('finds a bundle as files and as a ZIP', async () => {
    const files = await bundleFiles();
    const loose = Object.entries(files).map(([name, bytes]) => bytesSource(`m/${name}`, bytes));
    const zip = bytesSource('m.zip', zipSync(files, { mtime: '2020-01-01' }));
    for (const sources of [loose, [zip]]) {
      const { models, others } = groupFiles(sources);
      expect(others).toEqual([]);
      expect(models).toMatchObject([{ kind: 'bundle', manifest: { name: 'tiny' } }]);
      const [model] = models;
      if (model.kind !== 'bundle') throw new Error('no bundle');
      expect(model.shards.map(({ size }) => size)).toEqual([files['weights-001.bin'].length]);
    }
  });

  it('names the weights file that a bundle lacks', async () => {
    const files = await bundleFiles();
    expect(() => groupFiles([bytesSource('m/model.json', files['model.json'])])).toThrow(
      expect.objectContaining({
        code: 'missing-tensor',
        details: expect.objectContaining({ where: 'weights-001.bin' }),
      }),
    );
  });
});
