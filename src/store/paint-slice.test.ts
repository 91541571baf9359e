import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readMask } from '../imaging/ascii-mask.ts';
import type { Brush } from '../imaging/editing/brush.ts';
import { encodeGreyPng } from '../imaging/encode-png.ts';
import { labelsOfEdits } from '../pipeline/truth-of-edits.ts';
import { browserDatabase } from './browser-database.ts';
import {
  imageManifest,
  libraryModel,
  maskManifest,
  testAddress,
  testEngine,
} from './fixtures/test-engine.ts';
import { testLockManager } from './fixtures/test-locks.ts';
import { webLocks } from './painting/painting-locks.ts';
import { createStudioStore, type StudioStore } from './studio-store.ts';

const brush: Brush = {
  diameter: 9,
  hardness: 1,
  ink: { kind: 'cell', label: 7 },
  mode: 'overwrite',
};

/** Machines under load take their time. */
const SOON = { timeout: 20_000 };

const opened: StudioStore[] = [];
let seeds = 100;

/** A page of the studio at a seed that no other test looks at. */
async function page(manager = testLockManager(), seed = seeds++) {
  const { engine, asked, downloads } = testEngine([
    libraryModel(maskManifest()),
    libraryModel(imageManifest()),
  ]);
  const store = createStudioStore(engine, testAddress(`#seed=${seed}`), webLocks(manager));
  await store.getState().startStudio();
  opened.push(store);
  await expect.poll(() => store.getState().sample.status, SOON).toBe('done');
  return { store, state: store.getState, asked, downloads, manager, seed, engine };
}

type Page = Awaited<ReturnType<typeof page>>;

async function ready({ state }: Page): Promise<void> {
  await state().openPainting();
  await expect.poll(() => state().paint.status, SOON).toBe('ready');
}

function stroke({ state }: Page, label: number, x: number, y = 50): void {
  state().beginStroke({ ...brush, ink: { kind: 'cell', label } }, { x, y });
  state().extendStroke([{ x: x + 20, y }]);
  state().endStroke();
}

const idsOf = ({ state }: Page) => state().paintPixels()?.ids();

async function storedPosition({ state }: Page): Promise<number | undefined> {
  return (await (await browserDatabase())?.get('paintings', state().paint.key))?.position;
}

afterEach(async () => {
  for (const store of opened.splice(0)) await store.getState().closePainting();
});

describe('the painting of a sample', () => {
  it('shows its labels, and what is painted becomes the edits that the image is made of', async () => {
    const first = await page();
    await ready(first);
    const { state } = first;
    expect(idsOf(first)).toEqual([1]);
    expect(state().paint).toMatchObject({ isEdited: false, keeping: 'own', nextLabel: 2 });
    stroke(first, 7, 40);
    expect(state().paint).toMatchObject({ isEdited: true, cells: 2, nextLabel: 8 });
    const { edits } = state().view;
    expect(edits && new Set(labelsOfEdits(edits).labels.data)).toEqual(new Set([0, 1, 7]));
    await expect.poll(() => state().sample.recipe?.edits, SOON).toEqual(edits);
  });

  it('tells canvases of changes at once, with the box of the segment', async () => {
    const first = await page();
    await ready(first);
    const boxes: unknown[] = [];
    const end = first.state().onPaintChange((box) => boxes.push(box));
    first.state().beginStroke(brush, { x: 40.5, y: 50.5 });
    expect(boxes).toEqual([{ x: 36, y: 46, width: 9, height: 9 }]);
    first.state().cancelStroke();
    end();
    expect(idsOf(first)).toEqual([1]);
    expect(first.state().view.edits).toBeNull();
    expect(first.state().paint.history.entries).toEqual([]);
  });

  it('is undone, done again and gone through by its history', async () => {
    const first = await page();
    await ready(first);
    const { state } = first;
    stroke(first, 7, 40);
    stroke(first, 8, 80);
    state().editPainting({ kind: 'delete-cells', ids: [7] });
    expect(state().paint.history.entries.map(({ label }) => label)).toEqual([
      'paintHistory.brush',
      'paintHistory.brush',
      'paintHistory.delete',
    ]);
    await state().undoPaint();
    expect(idsOf(first)).toEqual([1, 7, 8]);
    await state().jumpInHistory(0);
    expect(idsOf(first)).toEqual([1]);
    expect(state().view.edits).toBeNull();
    expect(state().paint.isEdited).toBe(false);
    await state().jumpInHistory(3);
    expect(idsOf(first)).toEqual([1, 8]);
    await state().jumpInHistory(1);
    stroke(first, 9, 120);
    expect(state().paint.history).toMatchObject({ position: 2 });
    expect(state().paint.history.entries).toHaveLength(2);
    expect(idsOf(first)).toEqual([1, 7, 9]);
  });

  it('is there after a reload, history and all', async () => {
    const first = await page();
    await ready(first);
    stroke(first, 7, 40);
    stroke(first, 8, 80);
    await first.state().undoPaint();
    await first.state().closePainting();
    const next = await page(first.manager, first.seed);
    await ready(next);
    expect(idsOf(next)).toEqual([1, 7]);
    expect(next.state().paint.history).toMatchObject({ position: 1 });
    await next.state().redoPaint();
    expect(idsOf(next)).toEqual([1, 7, 8]);
    await next.state().jumpInHistory(0);
    expect(idsOf(next)).toEqual([1]);
    await next.state().jumpInHistory(1);
    stroke(next, 9, 120);
    await next.state().closePainting();
    const last = await page(first.manager, first.seed);
    await ready(last);
    expect(last.state().paint.history.entries).toHaveLength(2);
    await last.state().undoPaint();
    expect(idsOf(last)).toEqual([1, 7]);
  });

  it('stays with its draw: another seed has none, and going back finds it', async () => {
    const first = await page();
    const { state } = first;
    await ready(first);
    stroke(first, 7, 40);
    const { edits } = state().view;
    state().updateView({ psi: 0.3 });
    expect(state().view.edits).toBeNull();
    expect(state().notices.map(({ message }) => message)).toContain('notice.editsStayed');
    await expect.poll(() => idsOf(first), SOON).toEqual([1]);
    state().updateView({ psi: 0.7 });
    expect(state().view.edits).toEqual(edits);
    await expect.poll(() => idsOf(first), SOON).toEqual([1, 7]);
    state().updateView({ seed: 5000 });
    expect(state().view.edits).toBeNull();
    state().updateView({ seed: first.seed });
    expect(state().view.edits).toEqual(edits);
    // In the next page too, without the workspace.
    await state().closePainting();
    const next = await page(first.manager, first.seed);
    await expect.poll(() => next.state().view.edits, SOON).toEqual(edits);
  });

  it('goes back to the original as one more entry', async () => {
    const first = await page();
    await ready(first);
    stroke(first, 7, 40);
    await first.state().revertPainting();
    expect(idsOf(first)).toEqual([1]);
    expect(first.state().view.edits).toBeNull();
    await first.state().undoPaint();
    expect(idsOf(first)).toEqual([1, 7]);
  });

  it('takes edits that came another way as an entry', async () => {
    const first = await page();
    await ready(first);
    stroke(first, 7, 40);
    const { edits } = first.state().view;
    stroke(first, 8, 80);
    first.state().updateView({ edits });
    expect(idsOf(first)).toEqual([1, 7]);
    await first.state().undoPaint();
    expect(idsOf(first)).toEqual([1, 7, 8]);
  });

  it('is downloaded as a label map', async () => {
    const first = await page();
    await ready(first);
    await first.state().saveLabelMap();
    expect(first.downloads.map(({ fileName }) => fileName)).toEqual([
      `seed0${first.seed}-labels.png`,
    ]);
  });
});

describe('styles of single cells', () => {
  it('go with their cells: copies have them, cells that are gone do not, and undo brings them back', async () => {
    const first = await page();
    const { state } = first;
    await ready(first);
    stroke(first, 7, 40);
    state().setInstanceStyle(7, 2);
    state().editPainting({
      kind: 'duplicate-cells',
      ids: [7],
      dx: 0,
      dy: 40,
      mode: 'overwrite',
    });
    expect(state().view.style.byInstance).toEqual({ 7: 2, 8: 2 });
    expect(state().paint.selection).toEqual([8]);
    state().editPainting({ kind: 'delete-cells', ids: [7] });
    expect(state().view.style.byInstance).toEqual({ 8: 2 });
    await state().undoPaint();
    expect(state().view.style.byInstance).toEqual({ 7: 2, 8: 2 });
  });

  it('cross to another sample with the clipboard', async () => {
    const first = await page();
    const { state } = first;
    await ready(first);
    stroke(first, 7, 40);
    state().setInstanceStyle(7, 1);
    state().selectCells([7]);
    state().copyCells();
    state().updateView({ seed: 6000 });
    await expect.poll(() => [state().paint.status, idsOf(first)], SOON).toEqual(['ready', [1]]);
    expect(state().paint.clipboard).toBe(1);
    await state().pasteCells({ x: 100, y: 100 });
    expect(idsOf(first)).toEqual([1, 2]);
    expect(state().view.style.byInstance).toEqual({ 2: 1 });
    expect(state().paintPixels()?.cell(2)?.area).toBeGreaterThan(100);
  });
});

describe('two pages', () => {
  it('never paint the same: the second looks, until it takes the painting over', async () => {
    const first = await page();
    await ready(first);
    stroke(first, 7, 40);
    const second = await page(first.manager, first.seed);
    await ready(second);
    expect(second.state().paint.keeping).toBe('elsewhere');
    stroke(second, 9, 120);
    expect(idsOf(second)).not.toContain(9);
    expect(second.state().notices.map(({ message }) => message)).toContain('notice.paintElsewhere');
    stroke(first, 8, 80);
    await second.state().claimPainting();
    await expect.poll(() => second.state().paint.keeping, SOON).toBe('own');
    expect(idsOf(second)).toEqual([1, 7, 8]);
    expect(first.state().paint.keeping).toBe('elsewhere');
    stroke(second, 9, 120);
    stroke(first, 10, 160);
    expect(idsOf(first)).toEqual([1, 7, 8]);
    await second.state().closePainting();
    await first.state().closePainting();
    const last = await page(first.manager, first.seed);
    await ready(last);
    expect(idsOf(last)).toEqual([1, 7, 8, 9]);
    await last.state().jumpInHistory(0);
    expect(idsOf(last)).toEqual([1]);
  });
});

describe('a long stroke', () => {
  it('is followed by the image before it ends', async () => {
    const first = await page();
    await ready(first);
    const { state } = first;
    state().beginStroke(brush, { x: 40, y: 50 });
    let x = 41;
    const isFollowed = () => {
      state().extendStroke([{ x: x++ % 200, y: 50 }]);
      const edits = state().sample.recipe?.edits;
      return edits ? new Set(labelsOfEdits(edits).labels.data).has(7) : false;
    };
    await expect.poll(isFollowed, SOON).toBe(true);
    expect(state().paint.history.entries).toHaveLength(0);
    state().cancelStroke();
    expect(state().view.edits).toBeNull();
    await expect.poll(() => state().sample.recipe?.edits, SOON).toBeNull();
  });
});

describe('a painting that is stolen', () => {
  it('is not written any more, nor painted', async () => {
    const first = await page();
    await ready(first);
    stroke(first, 7, 40);
    await expect.poll(() => storedPosition(first), SOON).toBe(1);
    const { key } = first.state().paint;
    const thief = first.manager.request(`cytoforge painting ${key}`, { steal: true }, () => key);
    await thief;
    await expect.poll(() => first.state().paint.keeping, SOON).toBe('elsewhere');
    stroke(first, 8, 80);
    expect(idsOf(first)).toEqual([1, 7]);
    const next = await page(first.manager, first.seed);
    await ready(next);
    expect(idsOf(next)).toEqual([1, 7]);
  });
});

describe('a dropped mask', () => {
  const mask = (art: string, name: string) =>
    new File([encodeGreyPng(readMask(art))], name, { type: 'image/png' });

  it('is a sample of its own, apart from the seed, and is found again', async () => {
    const first = await page();
    const { state } = first;
    await ready(first);
    stroke(first, 7, 40);
    await state().openMaskFiles([mask('##..\n....\n..##', 'two.png'), mask('#..#', 'other.png')]);
    await expect.poll(() => state().paint.width, SOON).toBe(4);
    await expect.poll(() => idsOf(first), SOON).toEqual([1, 2]);
    expect(state().notices.at(-1)).toMatchObject({
      message: 'notice.masksRead',
      values: { count: 2, cells: 4 },
    });
    expect(state().view).toMatchObject({ dropped: 'two.png', size: { width: 4, height: 3 } });
    state().editPainting({ kind: 'delete-cells', ids: [2] });
    expect(idsOf(first)).toEqual([1]);
    // The seed keeps its own edits, the file keeps its own.
    state().updateView({ seed: first.seed + 1000 });
    state().updateView({
      seed: first.seed,
      size: { width: 256, height: 256, resampling: 'nearest' },
    });
    expect(state().view.dropped).toBe('');
    await expect.poll(() => idsOf(first), SOON).toEqual([1, 7]);
    const kept = state().kept.find(({ name }) => name === 'two.png');
    expect(kept?.origin).toBe('image');
    if (kept) await state().openRecipe(kept.recipe);
    await expect.poll(() => state().paint.width, SOON).toBe(4);
    expect(idsOf(first)).toEqual([1]);
    await state().revertPainting();
    expect(idsOf(first)).toEqual([1, 2]);
  });

  it('that is none is said', async () => {
    const first = await page();
    await ready(first);
    await first.state().openMaskFiles([new File(['text'], 'a.png')]);
    expect(first.state().notices.at(-1)).toMatchObject({
      kind: 'error',
      message: 'notice.maskFailed',
    });
    expect(first.state().view.dropped).toBe('');
  });
});

describe('full storage', () => {
  it('is said once, painting goes on in memory, and what was painted is kept when there is room', async () => {
    const first = await page();
    await ready(first);
    const full = new DOMException('no room', 'QuotaExceededError');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw full;
    });
    stroke(first, 7, 40);
    await expect.poll(() => first.state().paint.keeping, SOON).toBe('memory');
    stroke(first, 8, 80);
    await first.state().undoPaint();
    await first.state().undoPaint();
    await first.state().redoPaint();
    expect(idsOf(first)).toEqual([1, 7]);
    const messages = first.state().notices.map(({ message }) => message);
    expect(messages.filter((each) => each === 'notice.paintStorageFull')).toHaveLength(1);
    put.mockRestore();
    stroke(first, 9, 120);
    await expect.poll(() => first.state().paint.keeping, SOON).toBe('own');
    await first.state().closePainting();
    const next = await page(first.manager, first.seed);
    await ready(next);
    expect(idsOf(next)).toEqual([1, 7, 9]);
    await next.state().jumpInHistory(0);
    expect(idsOf(next)).toEqual([1]);
  });
});
