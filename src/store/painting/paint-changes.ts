import { applyOperation } from '../../imaging/editing/apply-operation.ts';
import { type Brush, paintSegment, type StrokePoint } from '../../imaging/editing/brush.ts';
import type { PaintOperation } from '../../imaging/editing/operation.ts';
import { applyDelta, type StrokeDelta } from '../../imaging/editing/stroke-delta.ts';
import { StrokeRecorder } from '../../imaging/editing/stroke-recorder.ts';
import { toErrorView } from '../error-view.ts';
import type { SliceContext } from '../slice-context.ts';
import { wordsOfOperation, wordsOfStroke } from './entry-of.ts';
import type { OpenPainting } from './open-painting.ts';
import type { HistoryEntry } from './paint-state.ts';
import type { PaintingView } from './painting-view.ts';
import { applyStyles, type InstanceStyles, styleChanges, stylesAfter } from './styles-after.ts';

/** A stroke under way. */
interface Stroke {
  brush: Brush;
  recorder: StrokeRecorder;
  last: StrokePoint;
}

type Words = Pick<HistoryEntry, 'label' | 'values'>;

const NOBODY: ReadonlyMap<number, number> = new Map();

/** Everything that changes the pixels of the open painting. */
export interface PaintChanges {
  begin(brush: Brush, at: StrokePoint): void;
  extend(points: readonly StrokePoint[]): void;
  end(): void;
  cancel(): void;
  /**
   * @param source Styles of the cells that come, where they are not this painting's.
   * @param words What the history says instead of the operation's own.
   */
  edit(operation: PaintOperation, source?: InstanceStyles, words?: Words): void;
  /** Goes to an entry of the history; 0 is the beginning. */
  jump(index: number): Promise<void>;
}

/** Changes of the painting of a view. */
export function createPaintChanges({ get }: SliceContext, view: PaintingView): PaintChanges {
  let stroke: Stroke | null = null;
  let jumping: Promise<void> = Promise.resolve();

  function writable(): OpenPainting | null {
    if (get().paint.keeping !== 'elsewhere') return view.open;
    get().notify({ kind: 'warning', message: 'notice.paintElsewhere' });
    return null;
  }

  function record(
    open: OpenPainting,
    words: Words,
    delta: StrokeDelta,
    after: InstanceStyles,
    selection: readonly number[] | null,
  ): void {
    const styles = styleChanges(get().view.style.byInstance, after);
    open.history.record({ ...words, time: Date.now(), styles }, delta);
    view.refresh(selection ? { selection } : {});
    view.push(styles ? after : undefined);
  }

  function fail(error: unknown): void {
    get().notify({ kind: 'error', message: 'notice.paintFailed', error: toErrorView(error) });
  }

  function end(): void {
    const { open } = view;
    if (!stroke || !open) return;
    const { recorder, brush } = stroke;
    stroke = null;
    const delta = recorder.delta();
    if (delta.length === 0) return;
    const after = stylesAfter(get().view.style.byInstance, NOBODY, open.shapes);
    record(open, wordsOfStroke(brush), delta, after, null);
  }

  async function step(open: OpenPainting, isBack: boolean): Promise<void> {
    const { history, painting, shapes } = open;
    const at = isBack ? history.position : history.position + 1;
    const delta = await history.deltaOf(at);
    if (view.open !== open) return;
    view.tell(applyDelta(painting, shapes, delta, isBack ? 'before' : 'after'));
    history.moveTo(isBack ? at - 1 : at);
  }

  async function jumpTo(index: number): Promise<void> {
    end();
    const open = writable();
    if (!open) return;
    const { history } = open;
    const to = Math.min(history.entries.length, Math.max(0, index));
    if (to === history.position) return;
    let styles: InstanceStyles = get().view.style.byInstance;
    try {
      while (view.open === open && history.position !== to) {
        const isBack = history.position > to;
        const changes = history.entries[isBack ? history.position - 1 : history.position].styles;
        await step(open, isBack);
        if (changes) styles = applyStyles(styles, changes, isBack ? 0 : 1);
      }
    } catch (error) {
      get().notify({
        kind: 'error',
        message: 'notice.paintStrokeLost',
        error: toErrorView(error),
      });
    }
    if (view.open !== open) return;
    view.refresh();
    view.push(styles);
  }

  return {
    begin(brush, at) {
      end();
      const open = writable();
      if (!open) return;
      const recorder = new StrokeRecorder(open.painting, open.shapes);
      stroke = { brush, recorder, last: at };
      paintSegment(recorder, brush, at, at);
      view.tell(recorder.takeChanged());
    },
    extend(points) {
      if (!stroke) return;
      for (const point of points) {
        paintSegment(stroke.recorder, stroke.brush, stroke.last, point);
        stroke.last = point;
      }
      const changed = stroke.recorder.takeChanged();
      view.tell(changed);
      if (changed) view.pushLive();
    },
    end,
    cancel() {
      if (!stroke) return;
      const { recorder } = stroke;
      stroke = null;
      view.tell(recorder.cancel());
      view.refresh();
      // The image may have followed it.
      view.push();
    },
    edit(operation, source, words) {
      end();
      const open = writable();
      if (!open) return;
      const recorder = new StrokeRecorder(open.painting, open.shapes);
      try {
        const { changed, cameFrom, selection } = applyOperation(recorder, operation);
        if (!changed) return;
        view.tell(changed);
        const own = get().view.style.byInstance;
        const after = stylesAfter(own, cameFrom, open.shapes, source);
        const chosen = selection.length > 0 ? selection : null;
        record(open, words ?? wordsOfOperation(operation), recorder.delta(), after, chosen);
      } catch (error) {
        view.tell(recorder.cancel());
        fail(error);
      }
    },
    jump(index) {
      // One after the other: steps wait for the database.
      jumping = jumping.then(() => jumpTo(index));
      return jumping;
    },
  };
}
