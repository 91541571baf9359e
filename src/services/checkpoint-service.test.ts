import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Shard } from '../checkpoints/bundle/bundle-tensors.ts';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { memoryBundleStore } from './bundle-store.ts';
import {
  type CheckpointService,
  createCheckpointService,
  type ImportProgress,
} from './checkpoint-service.ts';

const FOLDER = new URL('../../public/models/stylegan3-t-nuclei-64/', import.meta.url);
const SNAPSHOT = new URL('../checkpoints/fixtures/02_sg3_t32_cond.pkl', import.meta.url);
const FILES = ['model.json', 'weights-001.bin'];

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const contents = new Map<Blob, Uint8Array>();
let heard: ImportProgress[];
let service: CheckpointService;
let store: ReturnType<typeof memoryBundleStore>;

function blobOf(bytes: Uint8Array): Blob {
  const blob = new Blob([]);
  contents.set(blob, bytes);
  return blob;
}

const read = (name: string) => new Uint8Array(readFileSync(new URL(name, FOLDER)));
const bundle = () => FILES.map((name) => ({ name: `nuclei/${name}`, blob: blobOf(read(name)) }));
const bytesOf = async (shard: Shard) => new Uint8Array(await new Response(shard).arrayBuffer());
const listener = (progress: ImportProgress) => heard.push(progress);

beforeEach(() => {
  heard = [];
  store = memoryBundleStore();
  service = createCheckpointService(
    async () => store,
    (blob, name) => bytesSource(name, contents.get(blob) ?? new Uint8Array()),
  );
});

describe('createCheckpointService', () => {
  it('keeps a dropped bundle, gives it back, and forgets it', async () => {
    const [model] = await service.importFiles('import-1', bundle(), listener);
    const { weightsSha256 } = model.manifest.provenance;
    expect(heard.slice(0, 2)).toMatchObject([
      { id: 'import-1', status: 'waiting' },
      { id: 'import-1', status: 'reading' },
    ]);
    expect(heard.at(-1)).toMatchObject({ id: 'import-1', status: 'done', progress: 1 });
    const { shards } = await service.read(weightsSha256);
    expect(await bytesOf(shards[0])).toEqual(read(FILES[1]));
    expect(await service.list()).toHaveLength(1);
    await service.remove(weightsSha256);
    expect(await store.list()).toEqual([]);
    await expect(service.read(weightsSha256)).rejects.toMatchObject({ code: 'io' });
  });

  it('keeps the card of a bundle, of a folder and of a ZIP', async () => {
    const files = [...FILES, 'card.md'];
    const card = new TextDecoder().decode(read('card.md'));
    const folder = files.map((name) => ({ name: `nuclei/${name}`, blob: blobOf(read(name)) }));
    const [fromFolder] = await service.importFiles('import-1', folder, listener);
    expect(fromFolder).toMatchObject({ card, manifest: { card: 'card.md' } });
    expect(heard.some(({ status }) => status === 'failed')).toBe(false);
    await service.remove(fromFolder.manifest.provenance.weightsSha256);
    const zip = zipSync(Object.fromEntries(files.map((name) => [name, read(name)])));
    const dropped = [{ name: 'nuclei.zip', blob: blobOf(zip) }];
    const [fromZip] = await service.importFiles('import-2', dropped, listener);
    expect(fromZip.card).toBe(card);
    expect((await service.list())[0].card).toBe(card);
  });

  it('leaves a card out that is too long to lay out', async () => {
    const long = { name: 'nuclei/card.md', blob: blobOf(new Uint8Array(70_000)) };
    const [model] = await service.importFiles('import-1', [...bundle(), long], listener);
    expect(model.card).toBeNull();
    expect(model.manifest.card).toBeUndefined();
  });

  it('says that there is too little space before it writes', async () => {
    store.freeBytes = async () => 1000;
    let written = 0;
    const write = store.write;
    store.write = (...args) => {
      written++;
      return write(...args);
    };
    const snapshot = new URL('../checkpoints/fixtures/02_sg3_t32_cond.pkl', import.meta.url);
    const blob = blobOf(new Uint8Array(readFileSync(snapshot)));
    for (const files of [bundle(), [{ name: 'tiny.pkl', blob }]]) {
      expect(await service.importFiles('import-1', files, listener)).toEqual([]);
      expect(heard.at(-1)).toMatchObject({
        status: 'failed',
        error: { code: 'no-space', details: { found: '0.0 MB free' } },
      });
    }
    expect(written).toBe(0);
  });

  it('cancels what runs and what waits, keeps what was done, and leaves nothing half written', async () => {
    const [first, second, third] = [1, 2, 3].map(() => new AbortController());
    const write = store.write;
    store.write = async (...args) => {
      second.abort();
      await write(...args);
    };
    const done = await Promise.all([
      service.importFiles('import-1', [], listener, first.signal),
      service.importFiles('import-2', bundle(), listener, second.signal),
      service.importFiles('import-3', bundle(), listener, third.signal),
      Promise.resolve().then(() => third.abort()),
    ]);
    expect(done.slice(0, 3)).toEqual([[], [], []]);
    const last = (id: string) => heard.filter((progress) => progress.id === id).at(-1)?.status;
    expect([last('import-2'), last('import-3')]).toEqual(['cancelled', 'cancelled']);
    expect(await store.list()).toEqual([]);
    store.write = write;
    expect(await service.importFiles('import-4', bundle(), listener)).toHaveLength(1);
  });

  it('takes several imports one after the other', async () => {
    const ids = ['import-1', 'import-2', 'import-3'];
    await Promise.all(ids.map((id) => service.importFiles(id, bundle(), listener)));
    const steps = heard.filter(({ status }) => status === 'reading' || status === 'done');
    expect(steps.map(({ id, status }) => [id, status])).toEqual(
      ids.flatMap((id) => [
        [id, 'reading'],
        [id, 'done'],
      ]),
    );
  });

  it('keeps a model that is dropped twice once', async () => {
    await service.importFiles('import-1', bundle(), listener);
    await service.importFiles('import-2', bundle(), listener);
    expect(await service.list()).toHaveLength(1);
    expect(await store.list()).toEqual(['import-2']);
  });

  it.each([
    ['G_ema', false],
    ['H_ema', true],
  ])('converts a snapshot with %s, and says whether G had to do', async (name, unaveraged) => {
    const snapshot = readFileSync(SNAPSHOT, 'latin1').replace('G_ema', name);
    const blob = blobOf(new Uint8Array(Buffer.from(snapshot, 'latin1')));
    const [model] = await service.importFiles('import-1', [{ name: 'a.pkl', blob }], listener);
    expect(heard.at(-1)).toMatchObject({ status: 'done', unaveraged });
    expect(model.manifest.provenance.network).toBe(unaveraged ? 'G' : 'G_ema');
  });

  it('takes a bundle as a ZIP', async () => {
    const zip = zipSync(Object.fromEntries(FILES.map((name) => [`nuclei/${name}`, read(name)])));
    const models = await service.importFiles(
      'import-1',
      [{ name: 'nuclei.zip', blob: blobOf(zip) }],
      listener,
    );
    expect(models).toHaveLength(1);
  });

  it('refuses weights that are not those of the manifest, and leaves nothing behind', async () => {
    const files = bundle();
    const weights = read(FILES[1]);
    weights[1000] ^= 1;
    contents.set(files[1].blob, weights);
    expect(await service.importFiles('import-1', files, listener)).toEqual([]);
    expect(heard.at(-1)).toMatchObject({ status: 'failed', error: { code: 'corrupt' } });
    expect(await store.list()).toEqual([]);
  });

  it('reports every stray file and converts the rest', async () => {
    const text = new TextEncoder().encode('hello there, this is no model');
    const strays = [
      { name: 'empty.pkl', blob: blobOf(new Uint8Array()) },
      { name: 'notes.md', blob: blobOf(text) },
      { name: 'cells.png', blob: blobOf(PNG) },
    ];
    const models = await service.importFiles('import-1', [...strays, ...bundle()], listener);
    expect(models).toHaveLength(1);
    const failed = heard.filter(({ status }) => status === 'failed');
    expect(failed.map(({ fileNames }) => fileNames[0])).toEqual([
      'empty.pkl',
      'notes.md',
      'cells.png',
    ]);
    expect(failed[2].error?.details).toMatchObject({ found: 'a PNG image' });
    expect(new Set(heard.map(({ id }) => id)).size).toBe(4);
  });

  it('clears away what a closed tab left half written, but not what is being written', async () => {
    await store.write('import-1000-old', 'weights-001.bin', new Uint8Array(4));
    const fresh = `import-${Date.now()}-new`;
    await store.write(fresh, 'weights-001.bin', new Uint8Array(4));
    expect(await service.list()).toEqual([]);
    expect(await store.list()).toEqual([fresh]);
  });
});
