import { toErrorView } from './error-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { DeviceSlice } from './studio-state.ts';

/** How often the memory in the top bar is read, in milliseconds. */
const MEMORY_EVERY_MS = 2000;

/** The networks' worker as the top bar shows it. */
export function createDeviceSlice({ set, get, engine }: SliceContext): DeviceSlice {
  const patch = (device: Partial<DeviceSlice['device']>) =>
    set((state) => ({ device: { ...state.device, ...device } }));
  return {
    device: {
      status: 'starting',
      choice: 'auto',
      info: null,
      memory: null,
      lastSampleMs: null,
      error: null,
    },
    async chooseBackend(choice) {
      patch({ status: 'starting', choice, error: null });
      try {
        const info = await engine.generation.start(choice);
        if (get().device.choice !== choice) return;
        patch({ status: 'ready', info });
      } catch (error) {
        if (get().device.choice !== choice) return;
        patch({ status: 'failed', error: toErrorView(error) });
      }
    },
  };
}

/** Shows restarts of the worker, and its memory while it is ready. Returns what ends that. */
export function followDevice({ set, get, engine }: SliceContext): () => void {
  const patch = (device: Partial<DeviceSlice['device']>) =>
    set((state) => ({ device: { ...state.device, ...device } }));
  const unwatch = engine.generation.watch((event) => {
    if (event.kind === 'restarting') {
      patch({ status: 'restarting', error: toErrorView(event.cause) });
      get().notify({
        kind: 'warning',
        message: 'notice.deviceRestarting',
        error: toErrorView(event.cause),
      });
    } else if (event.kind === 'restarted') {
      patch({ status: 'ready', info: event.info, error: null });
    } else {
      patch({ status: 'failed', error: toErrorView(event.cause) });
    }
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A new reading is asked for only after the last one came: a busy worker answers late.
  const readMemory = async () => {
    if (get().device.status === 'ready' && !globalThis.document?.hidden) {
      const memory = await engine.generation.memory().catch(() => null);
      if (memory) patch({ memory });
    }
    if (timer !== undefined) timer = setTimeout(readMemory, MEMORY_EVERY_MS);
  };
  timer = setTimeout(readMemory, MEMORY_EVERY_MS);
  return () => {
    unwatch();
    clearTimeout(timer);
    timer = undefined;
  };
}
