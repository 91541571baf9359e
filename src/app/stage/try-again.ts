import type { ErrorView } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';

/** Tries again what failed first: the device, the models, an open painting, the sample. */
export function tryAgain(): void {
  const { device, modelsStatus, maskModel, paint, chooseBackend, pickModel, openPainting } =
    useStudio.getState();
  if (device.status === 'failed') void chooseBackend(device.choice);
  else if (modelsStatus === 'failed' && maskModel) void pickModel(maskModel);
  else if (paint.status === 'failed') void openPainting();
  else useStudio.getState().updateView({});
}

/** What keeps samples from being made, the device first; null when nothing failed. */
export function useModelsFailure(): ErrorView | null {
  return useStudio((state) => {
    if (state.device.status === 'failed' && state.device.error) return state.device.error;
    return state.modelsStatus === 'failed' ? state.modelsError : null;
  });
}
