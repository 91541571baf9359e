import { applyOperation } from '../../imaging/editing/apply-operation.ts';
import { type Brush, paintSegment, type StrokePoint } from '../../imaging/editing/brush.ts';
import { type CellClip, clipCells } from '../../imaging/editing/cell-clip.ts';
import type { OperationResult, PaintOperation } from '../../imaging/editing/operation.ts';
import { paintingOf } from '../../imaging/editing/painting.ts';
import type { PixelBox } from '../../imaging/editing/pixel-box.ts';
import { boxOfCells } from '../../imaging/editing/place-cells.ts';
import { applyDelta } from '../../imaging/editing/stroke-delta.ts';
import { StrokeRecorder } from '../../imaging/editing/stroke-recorder.ts';
import { encodeLabelPng } from '../../imaging/encode-png.ts';
import type { MaskEdits, SampleRecipe } from '../../pipeline/recipe.ts';
import { labelsOfEdits } from '../../pipeline/truth-of-edits.ts';
import { toErrorView } from '../error-view.ts';
import { sampleKey } from '../kept-slice.ts';
import type { PaintSlice } from '../paint-slice.ts';
import { chosenModels, recipeOfView } from '../recipe-of-view.ts';
import type { SliceContext } from '../slice-context.ts';
import { wordsOfOperation, wordsOfStroke } from './entry-of.ts';
import { editsOfPainting, type OpenPainting, openPaintingOf } from './open-painting.ts';
import type { HistoryEntry, PaintState } from './paint-state.ts';
import { createStrokeHistory } from './stroke-history.ts';
import { applyStyles, type InstanceStyles, styleChanges, stylesAfter } from './styles-after.ts';

const CLOSED: PaintState = {
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

/** A stroke under way. */
interface Stroke {
  brush: Brush;
  recorder: StrokeRecorder;
  last: StrokePoint;
  styles: InstanceStyles;
}

const sameEdits = (one: MaskEdits | null, other: MaskEdits | null) =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.width === other.width &&
    one.height === other.height &&
    one.labels === other.labels &&
    one.nuclei === other.nuclei);

/** Everything the paint workspace does. */
export function createPaintDesk({ set, get, engine }: SliceContext): {
  slice: PaintSlice;
  follow(): void;
} {
  const listeners = new Set<(box: PixelBox) => void>();
  let open: OpenPainting | null = null;
  let isFollowing = false;
  let stroke: Stroke | null = null;
  let clip: CellClip | null = null;
  let pushed: MaskEdits | null = null;

  const patch = (change: Partial<PaintState>) =>
    set(({ paint }) => ({ paint: { ...paint, ...change } }));

  function recipe(): SampleRecipe | null {
    const { mask, image } = chosenModels(get());
    return mask && recipeOfView(get().view, mask.manifest, image?.manifest ?? null);
  }

  /** Tells everybody that pixels changed. */
  function tell(box: PixelBox | null): void {
    if (box) for (const listener of listeners) listener(box);
  }

  function show(change: Partial<PaintState> = {}): void {
    if (!open) return;
    const { shapes, history } = open;
    set(({ paint }) => ({
      paint: {
        ...paint,
        version: paint.version + 1,
        cells: shapes.count,
        nextLabel: shapes.nextId(),
        selection: paint.selection.filter((id) => shapes.areaOf(id) > 0),
        history: { entries: history.entries, position: history.position },
        ...change,
      },
    }));
  }

  /** The image follows. */
  function push(styles: InstanceStyles = get().view.style.byInstance): void {
    if (!open) return;
    const now = editsOfPainting(open.painting);
    pushed = sameEdits(now, open.origin) ? null : now;
    const { view, updateView, keep } = get();
    updateView({ edits: pushed, style: { ...view.style, byInstance: { ...styles } } });
    patch({ isEdited: pushed !== null });
    const current = recipe();
    if (current) keep(current, {});
  }

  function finish(
    recorder: StrokeRecorder,
    words: Pick<HistoryEntry, 'label' | 'values'>,
    result: OperationResult,
    source?: InstanceStyles,
  ): void {
    if (!open || !result.changed) return;
    const before = get().view.style.byInstance;
    const after = stylesAfter(before, result.cameFrom, open.shapes, source);
    const styles = styleChanges(before, after);
    open.history.record({ ...words, time: Date.now(), styles }, recorder.delta());
    tell(result.changed);
    show(result.selection.length > 0 ? { selection: result.selection } : {});
    push(after);
  }

  function edit(operation: PaintOperation, source?: InstanceStyles): void {
    if (!open) return;
    slice.endStroke();
    const recorder = new StrokeRecorder(open.painting, open.shapes);
    try {
      const result = applyOperation(recorder, operation);
      finish(recorder, wordsOfOperation(operation), result, source);
    } catch (error) {
      tell(recorder.cancel());
      get().notify({
        kind: 'error',
        message: 'notice.paintFailed',
        error: toErrorView(error),
      });
    }
  }

  async function jump(index: number): Promise<void> {
    if (!open) return;
    slice.endStroke();
    const { history, painting, shapes } = open;
    let styles: InstanceStyles = get().view.style.byInstance;
    const to = Math.min(history.entries.length, Math.max(0, index));
    while (history.position !== to) {
      const isBack = history.position > to;
      const at = isBack ? history.position : history.position + 1;
      const delta = await history.deltaOf(at);
      if (open?.history !== history) return;
      tell(applyDelta(painting, shapes, delta, isBack ? 'before' : 'after'));
      const changes = history.entries[at - 1].styles;
      if (changes) styles = applyStyles(styles, changes, isBack ? 0 : 1);
      history.moveTo(isBack ? at - 1 : at);
    }
    show();
    push(styles);
  }

  function openWith(key: string, edits: MaskEdits, origin: MaskEdits): void {
    const { labels, nuclei } = labelsOfEdits(edits);
    const painting = paintingOf(labels, nuclei);
    open = openPaintingOf(key, painting, origin, createStrokeHistory());
    const { width, height } = painting;
    show({ status: 'ready', error: null, key, width, height, selection: [] });
    patch({ isEdited: !sameEdits(edits, origin) });
    tell({ x: 0, y: 0, width, height });
  }

  function follow(): void {
    if (!isFollowing) return;
    const current = recipe();
    if (!current) return;
    const key = sampleKey(current);
    if (open?.key === key) return;
    slice.endStroke();
    open = null;
    const { sample } = get();
    if (current.edits) {
      openWith(key, current.edits, current.edits);
      return;
    }
    const isThere = sample.status === 'done' && sample.recipe && sampleKey(sample.recipe) === key;
    if (isThere && sample.pixels && sample.recipe?.edits === null) {
      const { labels, nuclei } = sample.pixels;
      const origin = editsOfPainting(paintingOf(labels, nuclei));
      openWith(key, origin, origin);
    } else if (get().paint.status !== 'opening') {
      patch({ ...CLOSED, status: 'opening', clipboard: get().paint.clipboard });
    }
  }

  const slice: PaintSlice = {
    paint: CLOSED,
    paintPixels: () => open?.pixels ?? null,
    onPaintChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async openPainting() {
      isFollowing = true;
      follow();
    },
    async closePainting() {
      slice.endStroke();
      isFollowing = false;
    },
    beginStroke(brush, at) {
      slice.endStroke();
      if (!open) return;
      const recorder = new StrokeRecorder(open.painting, open.shapes);
      stroke = { brush, recorder, last: at, styles: get().view.style.byInstance };
      paintSegment(recorder, brush, at, at);
      tell(recorder.takeChanged());
    },
    extendStroke(points) {
      if (!stroke) return;
      for (const point of points) {
        paintSegment(stroke.recorder, stroke.brush, stroke.last, point);
        stroke.last = point;
      }
      tell(stroke.recorder.takeChanged());
    },
    endStroke() {
      if (!stroke || !open) return;
      const { recorder, brush } = stroke;
      stroke = null;
      const delta = recorder.delta();
      if (delta.length === 0) return;
      const before = get().view.style.byInstance;
      const after = stylesAfter(before, new Map(), open.shapes);
      const styles = styleChanges(before, after);
      open.history.record({ ...wordsOfStroke(brush), time: Date.now(), styles }, delta);
      show();
      push(after);
    },
    cancelStroke() {
      if (!stroke) return;
      const { recorder } = stroke;
      stroke = null;
      tell(recorder.cancel());
      show();
    },
    editPainting: edit,
    selectCells(ids, how = 'replace') {
      const { selection } = get().paint;
      const wanted = new Set(how === 'replace' ? [] : selection);
      for (const id of ids) {
        if (how === 'toggle' && wanted.has(id)) wanted.delete(id);
        else if (open && open.shapes.areaOf(id) > 0) wanted.add(id);
      }
      patch({ selection: [...wanted].sort((a, b) => a - b) });
    },
    undoPaint: () => jump((open?.history.position ?? 0) - 1),
    redoPaint: () => jump((open?.history.position ?? 0) + 1),
    jumpInHistory: jump,
    copyCells() {
      const ids = get().paint.selection;
      const box = open && boxOfCells(open, ids);
      if (!open || !box) return;
      const { byInstance } = get().view.style;
      const own = Object.entries(byInstance).filter(([id]) => ids.includes(Number(id)));
      clip = { ...clipCells(open.painting, box, ids), styles: Object.fromEntries(own) };
      patch({ clipboard: ids.length });
    },
    cutToClipboard() {
      slice.copyCells();
      edit({ kind: 'delete-cells', ids: get().paint.selection });
    },
    async pasteCells(at) {
      if (!clip) return;
      const { box, styles } = clip;
      const x = at ? Math.round(at.x - box.width / 2) : box.x;
      const y = at ? Math.round(at.y - box.height / 2) : box.y;
      edit({ kind: 'paste-cells', clip, x, y, mode: 'overwrite' }, styles);
    },
    async openMaskFiles() {},
    async saveLabelMap() {
      if (!open) return;
      const { width, height, labels } = open.painting;
      const png = encodeLabelPng({ width, height, data: labels });
      engine.download(new Blob([png], { type: 'image/png' }), `labels-${get().view.seed}.png`);
    },
    revertPainting() {
      if (!open) return;
      const { labels, nuclei } = labelsOfEdits(open.origin);
      edit({ kind: 'replace', painting: paintingOf(labels, nuclei) });
    },
    async claimPainting() {},
  };
  return { slice, follow };
}
