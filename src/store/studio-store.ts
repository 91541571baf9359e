import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { createStudioEngine } from '../engine/create-studio-engine.ts';
import type { StudioEngine } from '../engine/studio-engine.ts';
import { type Address, browserAddress, followState } from './address.ts';
import { createBenchmarkSlice } from './benchmark-slice.ts';
import { createDatasetSlice } from './dataset-slice.ts';
import { createDeviceSlice, followDevice } from './device-slice.ts';
import { createExplorePart } from './explore-slice.ts';
import { createExportPart } from './export-slice.ts';
import { createFavouritesSlice } from './favourites-slice.ts';
import { createInterfaceSlice } from './interface-slice.ts';
import { createKeptPart } from './kept-slice.ts';
import { createKeptThumbnails } from './kept-thumbnails.ts';
import { createLayersSlice } from './layers-slice.ts';
import { createMixSlice } from './mix-slice.ts';
import { createModelsPart } from './models-slice.ts';
import { createPaintPart } from './paint-slice.ts';
import { browserLocks, type PaintingLocks } from './painting/painting-locks.ts';
import { createSearchPart } from './search-slice.ts';
import type { SliceContext } from './slice-context.ts';
import type { StudioState } from './studio-state.ts';
import { createStylesSlice } from './styles-slice.ts';
import { createToolsSlice } from './tools-slice.ts';
import { createTrialsSlice } from './trials-slice.ts';
import { createVideoSlice } from './video-slice.ts';
import { readLink } from './view-url.ts';

/** The store as a hook. */
export type StudioStore = UseBoundStore<StoreApi<StudioState>>;

/**
 * Makes a store over an engine; nothing starts before `startStudio`.
 * @param address Where the view is kept; tests pass one of their own.
 * @param locks Which page may paint what.
 */
export function createStudioStore(
  engine: StudioEngine,
  address: Address,
  locks: PaintingLocks = browserLocks(),
): StudioStore {
  return create<StudioState>()((set, get, store) => {
    const context: SliceContext = { set, get, engine };
    const explore = createExplorePart(context);
    const models = createModelsPart(context);
    const exports = createExportPart(context);
    const keeps = createKeptPart(context);
    const search = createSearchPart(context);
    const paint = createPaintPart(context, locks);
    let started = false;

    function followStore(): void {
      store.subscribe((state, before) => {
        const deviceCame = state.device.status === 'ready' && before.device.status !== 'ready';
        if (state.modelsStatus !== 'ready') return;
        const modelsCame = before.modelsStatus !== 'ready';
        if (state.view !== before.view || modelsCame) search.follow();
        if (state.sample.status !== 'busy' && before.sample.status === 'busy') explore.goOn();
        if (before.modelsStatus !== 'ready') explore.follow();
        else if (deviceCame) explore.again();
      });
      store.subscribe((state, before) => {
        if (state.view !== before.view || state.sample !== before.sample) paint.follow();
      });
      followState(store.subscribe, get, address);
      address.watch(() => {
        set({ workspace: readLink(address.read()).workspace });
        void models.openLink(address.read());
      });
    }

    return {
      ...createDeviceSlice(context),
      ...models.slice,
      ...explore.slice,
      ...exports.slice,
      ...createMixSlice(context),
      ...createVideoSlice(context),
      ...createToolsSlice(context),
      ...createStylesSlice(context),
      ...keeps.slice,
      ...createFavouritesSlice(context),
      ...createKeptThumbnails(context),
      ...createDatasetSlice(context),
      ...createBenchmarkSlice(context),
      ...createLayersSlice(context),
      ...createTrialsSlice(context),
      ...paint.slice,
      ...search.slice,
      ...createInterfaceSlice(context),
      async startStudio() {
        if (started) return;
        started = true;
        const fragment = address.read();
        set({ workspace: readLink(fragment).workspace });
        followStore();
        followDevice(context);
        void exports.findInterrupted();
        void keeps.read().then(explore.findEdits);
        await Promise.all([get().chooseBackend(get().device.choice), models.loadLibrary(fragment)]);
      },
    };
  });
}

/** The studio of this page. */
export const useStudio: StudioStore = createStudioStore(createStudioEngine(), browserAddress());
