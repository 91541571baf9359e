import { describe, expect, it, vi } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import type { LayerReading } from '../pipeline/layer-question.ts';
import {
  imageManifest,
  libraryModel,
  maskManifest,
  testAddress,
  testEngine,
} from './fixtures/test-engine.ts';
import { createStudioStore } from './studio-store.ts';

const numbers = { height: 4, width: 4, channels: 2, mean: 0, std: 1, min: -1, max: 1 };
const reading = (name: string): LayerReading => ({ layers: [{ name, ...numbers }], picture: null });

async function openStore() {
  const { engine } = testEngine([libraryModel(maskManifest()), libraryModel(imageManifest())]);
  const inspectLayers = vi.fn(engine.generation.inspectLayers);
  engine.generation.inspectLayers = inspectLayers;
  const store = createStudioStore(engine, testAddress());
  await store.getState().startStudio();
  return { store, inspectLayers };
}

describe('the layers slice', () => {
  it('shows what the newest question gets', async () => {
    const { store, inspectLayers } = await openStore();
    inspectLayers.mockImplementation(async (_, { channel }) => reading(channel?.layer ?? 'none'));
    const { inspectLayers: ask } = store.getState();
    ask({ network: 'mask', channel: { layer: 'a', channel: 0 } });
    ask({ network: 'mask', channel: { layer: 'b', channel: 1 } });
    expect(store.getState().layers.status).toBe('busy');
    await vi.waitFor(() => expect(store.getState().layers.status).toBe('done'));
    expect(store.getState().layers.reading?.layers[0].name).toBe('b');
    expect(inspectLayers.mock.lastCall?.[0].seed).toBe(store.getState().view.seed);
  });

  it('says why there is no answer, and forgets all when closed', async () => {
    const { store, inspectLayers } = await openStore();
    inspectLayers.mockRejectedValue(new CytoForgeError('out-of-memory', 'No room.'));
    store.getState().inspectLayers({ network: 'image', channel: null });
    await vi.waitFor(() => expect(store.getState().layers.status).toBe('failed'));
    expect(store.getState().layers.error?.code).toBe('out-of-memory');
    store.getState().closeLayers();
    expect(store.getState().layers).toMatchObject({ status: 'closed', reading: null, error: null });
  });
});
