import { create } from 'zustand';
import type { LatentWalk } from '../../pipeline/latent-walk.ts';
import { formatSeedRanges } from '../../pipeline/seed-ranges.ts';
import type { VideoOrder } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';

/** Keyframes proposed from a grid without pinned seeds. */
const PROPOSED = 4;

/** What is typed and chosen in the dialog; the video itself is in the studio's store. */
interface VideoDialog {
  open: boolean;
  /** Seed ranges as typed. */
  seeds: string;
  /** Goes along it in place of the seeds. */
  walk: LatentWalk | null;
  columns: number;
  rows: number;
  framesPerKeyframe: number;
  fps: number;
  what: VideoOrder['what'];
  /** Null: the one of the view. */
  style: number | null;
  cellWidth: number;
  /** Null: the first that the browser offers. */
  format: VideoOrder['format'] | null;
}

/** Whether the dialog is open and what is chosen in it. */
export const useVideoDialog = create<VideoDialog>()(() => ({
  open: false,
  seeds: '',
  walk: null,
  columns: 1,
  rows: 1,
  framesPerKeyframe: 60,
  fps: 60,
  what: 'mask',
  style: null,
  cellWidth: 512,
  format: null,
}));

/** Opens the dialog with the pinned seeds, the first of the grid, or those typed last. */
export function openVideo(): void {
  const { view, seedList } = useStudio.getState();
  const proposed = view.pinned.length > 1 ? view.pinned : seedList.slice(0, PROPOSED);
  useVideoDialog.setState(({ seeds }) => ({
    open: true,
    walk: null,
    seeds: seeds === '' ? formatSeedRanges(proposed) : seeds,
  }));
}

/** Opens the dialog for a walk, at its pace. */
export function openVideoOf(walk: LatentWalk, secondsBetween: number): void {
  useVideoDialog.setState(({ fps }) => ({
    open: true,
    walk,
    framesPerKeyframe: Math.max(1, Math.round(secondsBetween * fps)),
  }));
}
