import { encodeImagePng } from '../imaging/encode-png.ts';
import { tileImages } from '../imaging/tile-images.ts';
import { type MixPlan, mixRecipe } from '../pipeline/style-mix.ts';
import { toErrorView } from './error-view.ts';
import { chosenModels, rawMaskKey, templateOfView } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { MixSlice, Thumbnail } from './studio-state.ts';
import { createThumbnailCache } from './thumbnail-cache.ts';
import { thumbnailCanvas } from './thumbnail-canvas.ts';

/** Key of a cell of the mixing matrix; a seed mixed with itself is the seed. */
export function cellKey(row: number, column: number): string {
  return `${row}-${column}`;
}

/** Cells of a plan in the order they are made: the seeds' own, then the mixes row by row. */
export function cellsOfPlan({ rows, columns }: MixPlan): [row: number, column: number][] {
  const seeds = [...new Set([...rows, ...columns])];
  const mixes = rows.flatMap((row) => columns.map((column) => [row, column] as const));
  return [
    ...seeds.map((seed): [number, number] => [seed, seed]),
    ...mixes
      .filter(([row, column]) => row !== column)
      .map(([row, column]): [number, number] => [row, column]),
  ];
}

/** The mixing matrix's masks, made one at a time behind everything a person looks at elsewhere. */
export function createMixSlice({ set, get, engine }: SliceContext): MixSlice {
  const cache = createThumbnailCache();
  let controller = new AbortController();

  const put = (key: string, thumbnail: Thumbnail) =>
    set(({ mixCells }) => ({ mixCells: new Map(mixCells).set(key, thumbnail) }));

  async function makeAll(plan: MixPlan, signal: AbortSignal): Promise<void> {
    const { mask } = chosenModels(get());
    if (!mask) return;
    const recipeOfAll = templateOfView(get().view, mask.manifest, null);
    const canvas = thumbnailCanvas(recipeOfAll.canvas, mask.manifest);
    const template = { ...recipeOfAll, canvas };
    for (const [row, column] of cellsOfPlan(plan)) {
      if (signal.aborted) return;
      const recipe = mixRecipe(plan, template, row, column);
      const key = cellKey(row, column);
      const kept = cache.get(rawMaskKey(recipe));
      if (kept) {
        put(key, { status: 'done', image: kept });
        continue;
      }
      put(key, { status: 'busy', image: null });
      try {
        const image = await engine.generation.makeRawMask(recipe, { priority: 'idle', signal });
        cache.put(rawMaskKey(recipe), image);
        if (!signal.aborted) put(key, { status: 'done', image });
      } catch {
        if (!signal.aborted) put(key, { status: 'failed', image: null });
      }
    }
  }

  return {
    mixCells: new Map(),
    showMixes(plan) {
      controller.abort();
      controller = new AbortController();
      const waiting: Thumbnail = { status: 'waiting', image: null };
      const cells = plan ? cellsOfPlan(plan) : [];
      set({
        mixCells: new Map(cells.map(([row, column]) => [cellKey(row, column), waiting])),
      });
      if (plan) void makeAll(plan, controller.signal);
    },
    downloadMixes({ rows, columns }) {
      const { mixCells, notify } = get();
      const image = (row: number, column: number) =>
        mixCells.get(cellKey(row, column))?.image ?? null;
      const lines = [
        [null, ...columns.map((column) => image(column, column))],
        ...rows.map((row) => [image(row, row), ...columns.map((column) => image(row, column))]),
      ];
      try {
        const png = encodeImagePng(tileImages(lines.flat(), columns.length + 1));
        engine.download(new Blob([png], { type: 'image/png' }), 'style-mixes.png');
      } catch (error) {
        notify({ kind: 'error', message: 'notice.downloadFailed', error: toErrorView(error) });
      }
    },
  };
}
