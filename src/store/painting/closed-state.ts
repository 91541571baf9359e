import type { PaintState } from './paint-state.ts';

/** What panels show while no painting is open. */
export const CLOSED: PaintState = {
  status: 'empty',
  error: null,
  key: '',
  width: 0,
  height: 0,
  version: 0,
  cells: 0,
  selection: [],
  nextLabel: 1,
  history: { entries: [], position: 0 },
  isEdited: false,
  keeping: 'own',
  clipboard: 0,
  isBusy: false,
};
