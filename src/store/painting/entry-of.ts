import type { Brush } from '../../imaging/editing/brush.ts';
import type { PaintOperation } from '../../imaging/editing/operation.ts';
import type { Ink } from '../../imaging/editing/write-ink.ts';
import type { HistoryEntry } from './paint-state.ts';

type Words = Pick<HistoryEntry, 'label' | 'values'>;

const INKS: Record<Ink['kind'], string> = {
  cell: 'paintHistory.brush',
  erase: 'paintHistory.erase',
  nucleus: 'paintHistory.nucleus',
  'erase-nucleus': 'paintHistory.eraseNucleus',
};

/** What the history says of a stroke. */
export function wordsOfStroke({ ink }: Brush): Words {
  return { label: INKS[ink.kind], values: ink.kind === 'cell' ? { id: ink.label } : {} };
}

const OPERATIONS: Record<PaintOperation['kind'], string> = {
  'fill-polygon': 'paintHistory.polygon',
  'fill-rectangle': 'paintHistory.rectangle',
  'fill-ellipse': 'paintHistory.ellipse',
  'flood-fill': 'paintHistory.fill',
  'place-cells': 'paintHistory.place',
  'duplicate-cells': 'paintHistory.duplicate',
  'delete-cells': 'paintHistory.delete',
  'paste-cells': 'paintHistory.paste',
  'cut-cells': 'paintHistory.cut',
  'merge-cells': 'paintHistory.merge',
  'split-cells': 'paintHistory.split',
  'separate-pieces': 'paintHistory.separate',
  'grow-cells': 'paintHistory.grow',
  'smooth-cells': 'paintHistory.smooth',
  'fill-holes': 'paintHistory.fillHoles',
  'holes-to-nuclei': 'paintHistory.holesToNuclei',
  'nuclei-from-cells': 'paintHistory.nucleiFromCells',
  'delete-nuclei': 'paintHistory.deleteNuclei',
  'delete-small': 'paintHistory.deleteSmall',
  'relabel-cell': 'paintHistory.relabel',
  renumber: 'paintHistory.renumber',
  clear: 'paintHistory.clear',
  replace: 'paintHistory.replace',
};

/** What the history says of an operation. */
export function wordsOfOperation(operation: PaintOperation): Words {
  const label = OPERATIONS[operation.kind];
  switch (operation.kind) {
    case 'grow-cells':
      if (operation.pixels < 0) {
        return { label: 'paintHistory.shrink', values: { n: -operation.pixels } };
      }
      return { label, values: { n: operation.pixels } };
    case 'delete-small':
      return { label, values: { n: operation.area } };
    case 'relabel-cell':
      return { label, values: { id: operation.id, to: operation.to } };
    case 'paste-cells':
      return { label, values: { count: new Set(operation.clip.labels).size - 1 } };
    default:
      return 'ids' in operation && operation.ids
        ? { label, values: { count: operation.ids.length } }
        : { label, values: {} };
  }
}
