import { create } from 'zustand';
import { useStudio } from '../../store/studio-store.ts';

/** Whether the layer inspector is open. */
export const useLayersDialog = create<{ open: boolean }>()(() => ({ open: false }));

/** Opens the inspector with the mask model's layers. */
export function openLayers(): void {
  useLayersDialog.setState({ open: true });
  useStudio.getState().inspectLayers({ network: 'mask', channel: null });
}

/** Closes it, and ends what is under way. */
export function closeLayers(): void {
  useLayersDialog.setState({ open: false });
  useStudio.getState().closeLayers();
}
