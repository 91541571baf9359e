import { watchMemory } from '../engine/memory-watch.ts';
import { toErrorView } from './error-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { DeviceSlice } from './studio-state.ts';

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
  const unread = watchMemory(engine.generation.memory, (memory) => patch({ memory }));
  return () => {
    unwatch();
    unread();
  };
}
