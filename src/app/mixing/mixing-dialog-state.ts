import { create } from 'zustand';
import { formatSeedRanges } from '../../pipeline/seed-ranges.ts';
import { useStudio } from '../../store/studio-store.ts';

/** Most seeds on a side of the matrix. */
export const MOST_ON_A_SIDE = 12;

/** The mixing dialog's own state; the masks are in the studio's store. */
interface MixingDialog {
  open: boolean;
  /** Seed ranges as typed. */
  rows: string;
  columns: string;
  /** Null: a third of the style vectors, until some are chosen. */
  layers: number[] | null;
}

/** Whether the matrix is open, and which one it is. */
export const useMixingDialog = create<MixingDialog>()(() => ({
  open: false,
  rows: '',
  columns: '',
  layers: null,
}));

/** Opens the matrix of the pinned seeds, or of those around the one in view. */
export function openMixing(): void {
  const { view, seedList } = useStudio.getState();
  const { pinned, seed, mix } = view;
  const from = Math.max(0, seedList.indexOf(seed));
  const around = seedList.length > 0 ? seedList.slice(from, from + 4) : [seed];
  const rows = pinned.length > 1 ? pinned.slice(0, MOST_ON_A_SIDE) : around;
  const others = seedList.filter((each) => !rows.includes(each)).slice(0, 4);
  useMixingDialog.setState({
    open: true,
    rows: formatSeedRanges(rows),
    columns: formatSeedRanges(mix ? [mix.seed, ...others] : others.length > 0 ? others : rows),
    layers: mix?.layers ?? null,
  });
}
