import { describe, expect, it, vi } from 'vitest';
import type { ModelManifest, Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';
import type { EncodedImage, EncodeRequest } from '../pipeline/encode-styles.ts';
import {
  imageManifest,
  libraryModel,
  maskManifest,
  testAddress,
  testEngine,
} from './fixtures/test-engine.ts';
import { createStudioStore } from './studio-store.ts';

/** A model with an encoder of two features. */
function encoderManifest(encoder: object | null = {}): ModelManifest {
  const config = { instanceFeat: true, labelFeat: false, featNum: 2, encoder };
  return { ...(imageManifest() as Pix2PixHdManifest), config } as unknown as Pix2PixHdManifest;
}

/** So many cells in a row, each of its own style. */
function encoded(name: string, cells = 3): EncodedImage {
  const labels = Uint16Array.from({ length: cells + 1 }, (_, id) => id);
  const size = { width: cells + 1, height: 1 };
  return {
    name,
    image: { ...size, channels: 1, data: new Uint8Array(cells + 1) },
    labels: { ...size, data: labels },
    styles: [...labels].map((id) => {
      return { id, label: Math.sign(id), area: 1, share: 1, feature: [id / 100, 0] };
    }),
    notices: ['grey-repeated'],
  };
}

async function started(manifest = encoderManifest(), fragment = '') {
  const test = testEngine([libraryModel(maskManifest()), libraryModel(manifest)]);
  const { generation } = test.engine;
  const requests: EncodeRequest[] = [];
  generation.encodeStyles = async (request) => {
    requests.push(request);
    if (request.image.name.startsWith('bad')) throw new CytoForgeError('bad-image', 'Not good.');
    return encoded(request.image.name);
  };
  generation.clusterStyles = async () => ({
    0: [[0, 0]],
    1: [
      [0.5, 0],
      [0.9, 0],
    ],
  });
  const address = testAddress(fragment);
  const store = createStudioStore(test.engine, address);
  await store.getState().startStudio();
  return { ...test, store, requests, address };
}

const file = (name: string) => new File(['x'], name);
const paletteNow = (store: Awaited<ReturnType<typeof started>>['store']) =>
  store.getState().view.style.palette;

describe('taking styles', () => {
  it('of one image gives each cell a style, used at once', async () => {
    const { store, requests, asked } = await started();
    store
      .getState()
      .updateView({ style: { ...store.getState().view.style, byInstance: { 1: 2 } } });
    await store.getState().takeStyles([file('a.png'), file('a_inst.png')]);
    expect(requests[0]).toMatchObject({
      image: { name: 'a.png' },
      instances: { name: 'a_inst.png' },
    });
    expect(store.getState().styleTaking).toMatchObject({
      status: 'done',
      palette: 'a.png',
      cells: 3,
      shown: { styleOf: [0, 0, 1, 2] },
    });
    expect(paletteNow(store)).toEqual({
      name: 'a.png',
      centres: {
        0: [[0, 0]],
        1: [
          [0.01, 0],
          [0.02, 0],
          [0.03, 0],
        ],
      },
    });
    expect(store.getState().view.style).toMatchObject({ cluster: 0, byInstance: {} });
    await vi.waitFor(() => expect(store.getState().clusterThumbnails).toHaveLength(3));
    const thumbnails = asked.filter(({ priority }) => priority === 'idle');
    expect(thumbnails.at(-1)?.recipe.style.palette).toEqual(paletteNow(store));
  });

  it('of several makes clusters and leaves out what cannot be used', async () => {
    const { store } = await started();
    await store.getState().takeStyles(['a.png', 'bad.png', 'c.png'].map(file));
    expect(store.getState().styleTaking).toMatchObject({
      status: 'done',
      done: 3,
      cells: 6,
      skipped: [{ name: 'bad.png', error: { message: 'Not good.' } }],
      shown: { styleOf: [0, 0, 0, 0] },
    });
    expect(paletteNow(store)).toMatchObject({ name: 'a.png +2' });
    await store.getState().takeStyles(['bad1.png', 'bad2.png'].map(file));
    expect(store.getState().styleTaking).toMatchObject({
      status: 'failed',
      error: { code: 'bad-image', details: { where: 'bad1.png' } },
    });
  });

  it('fails without an encoder, and of a single bad image, in the state', async () => {
    for (const [manifest, name, code] of [
      [encoderManifest(null), 'a.png', 'unsupported'],
      [encoderManifest(), 'bad.png', 'bad-image'],
    ] as const) {
      const { store } = await started(manifest);
      await store.getState().takeStyles([file(name)]);
      expect(store.getState().styleTaking).toMatchObject({ status: 'failed', error: { code } });
      expect(paletteNow(store)).toBeNull();
    }
  });

  it('is put away at any time', async () => {
    const { store, engine } = await started();
    let stopped = false;
    engine.generation.encodeStyles = (_, { signal }) =>
      new Promise((__, reject) =>
        signal?.addEventListener('abort', () => {
          stopped = true;
          reject(new CytoForgeError('cancelled', 'Cancelled.'));
        }),
      );
    const pending = store.getState().takeStyles([file('a.png')]);
    await vi.waitFor(() => expect(store.getState().styleTaking?.status).toBe('busy'));
    await new Promise((resolve) => setTimeout(resolve));
    store.getState().dismissStyles();
    await pending;
    expect(stopped).toBe(true);
    expect(store.getState().styleTaking).toBeNull();
    expect(paletteNow(store)).toBeNull();
  });
});

describe('palettes', () => {
  it('are chosen, kept beside the model and forgotten', async () => {
    const { store } = await started();
    await store.getState().takeStyles([file('a.png')]);
    const taken = paletteNow(store);
    store.getState().usePalette(null);
    expect(paletteNow(store)).toBeNull();
    expect(store.getState().palettes).toEqual([taken]);
    store.getState().usePalette(taken);
    expect(paletteNow(store)).toEqual(taken);
    store.getState().forgetPalette('a.png');
    expect(store.getState()).toMatchObject({ palettes: [], styleTaking: null });
    expect(paletteNow(store)).toBeNull();
  });

  it('of a link are there, and a link to one that is not here says so', async () => {
    const palette = { name: 'b.png', centres: { 0: [[0, 0]], 1: [[1, 1]] } };
    const link = new URLSearchParams({ palette: JSON.stringify(palette) });
    const { store } = await started(encoderManifest(), `#${link}`);
    expect(paletteNow(store)).toEqual(palette);
    store.getState().usePalette(null);
    expect(store.getState().palettes).toEqual([palette]);
    const { store: other } = await started(encoderManifest(), '#palette=stored:0badcafe');
    expect(paletteNow(other)).toBeNull();
    expect(other.getState().notices).toMatchObject([{ message: 'notice.paletteAbsent' }]);
  });

  it('are saved as the original reads them', async () => {
    const { store, engine } = await started();
    const saved: [Blob, string][] = [];
    engine.download = (blob, name) => void saved.push([blob, name]);
    await store.getState().takeStyles([file('a.png')]);
    const palette = paletteNow(store);
    if (palette) store.getState().savePalette(palette);
    expect(saved[0][1]).toBe('features_clustered_003.npy');
    expect(saved[0][0].size).toBeGreaterThan(128);
  });
});
