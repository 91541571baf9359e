import { drawMap } from '../../../src/app/paint/canvas/draw-map.ts';
import { createMapRasters } from '../../../src/app/paint/canvas/map-rasters.ts';
import type { Brush } from '../../../src/imaging/editing/brush.ts';
import { CellShapes } from '../../../src/imaging/editing/cell-shapes.ts';
import { fillEllipse } from '../../../src/imaging/editing/fill-area.ts';
import { blankPainting } from '../../../src/imaging/editing/painting.ts';
import { StrokeRecorder } from '../../../src/imaging/editing/stroke-recorder.ts';
import type { MaskEdits } from '../../../src/pipeline/recipe.ts';
import { sameEdits } from '../../../src/store/edits-of-draw.ts';
import { editsOfPainting } from '../../../src/store/painting/open-painting.ts';
import { useStudio } from '../../../src/store/studio-store.ts';
import type { EditingPage } from './editing-page.ts';

/** The seed that is edited; those that are only looked at come after it. */
const SEED = 2;
const CROWD = { side: 1024, cells: 5000, perRow: 71 };

const page = globalThis as unknown as EditingPage;
const state = useStudio.getState;

/** What keeps the studio from ever getting there. */
function failure(): string | undefined {
  const { modelsError, device, sample, paint } = state();
  return (modelsError ?? device.error ?? sample.error ?? paint.error)?.message;
}

/**
 * Resolves when the studio's state is so.
 * @throws Error with the studio's own words when it failed.
 */
function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const failed = failure();
      if (!isSo() && failed === undefined) return;
      end();
      if (failed === undefined) resolve();
      else reject(new Error(failed));
    };
    const end = useStudio.subscribe(look);
    look();
  });
}

const isShown = () => {
  const { sample, view } = state();
  return (
    sample.status === 'done' &&
    sample.recipe?.seed === view.seed &&
    sameEdits(sample.recipe.edits, view.edits)
  );
};

async function show(seed: number): Promise<void> {
  state().updateView({ seed });
  await until(isShown);
}

function brushOf(diameter: number, label: number): Brush {
  return { diameter, hardness: 1, ink: { kind: 'cell', label }, mode: 'overwrite' };
}

/** Equal discs in rows, as many as a crowded field of view has. */
function crowd(): MaskEdits {
  const { side, cells, perRow } = CROWD;
  const painting = blankPainting(side, side);
  const recorder = new StrokeRecorder(painting, new CellShapes(painting));
  const step = side / perRow;
  for (let i = 0; i < cells; i++) {
    const box = {
      x: (i % perRow) * step + 1,
      y: Math.floor(i / perRow) * step + 1,
      width: 12,
      height: 12,
    };
    fillEllipse(recorder, box, { kind: 'cell', label: i + 1 }, 'overwrite');
  }
  return editsOfPainting(painting);
}

page.openStudio = async (size) => {
  // The studio looks for its models beside its own page.
  const base = document.createElement('base');
  base.href = '/';
  document.head.append(base);
  await state().startStudio();
  await state().chooseBackend('wasm');
  await until(() => state().modelsStatus === 'ready' && state().device.status === 'ready');
  const { view } = state();
  state().updateView({ seed: SEED, size: { ...view.size, width: size, height: size } });
  await until(isShown);
  // What the studio makes by the way after its start takes turns with samples.
  await until(
    () =>
      [...state().thumbnails.values()].every(({ status }) => status === 'done') &&
      state().clusterThumbnails.every(({ status }) => status === 'done'),
  );
  createMapRasters();
};

async function afterEnd(): Promise<{ shown: number; end: number; image: number }> {
  const start = performance.now();
  state().endStroke();
  const end = performance.now() - start;
  await until(isShown);
  const shown = performance.now() - start;
  return { shown, end, image: state().sample.pixels?.timing.image ?? 0 };
}

page.timeEdit = async (run) => {
  await state().closePainting();
  await show(SEED + 1 + run);
  const forward = state().sample.pixels?.timing.image ?? 0;
  await show(SEED);
  await state().openPainting();
  await until(() => state().paint.status === 'ready');
  const x = 40 + 8 * run;
  state().beginStroke(brushOf(20, 200 + run), { x, y: 60 });
  const dab = await afterEnd();
  state().beginStroke(brushOf(20, 300 + run), { x, y: 120 });
  for (let step = 1; step <= 10; step++) {
    state().extendStroke([{ x: x + 6 * step, y: 120 }]);
    await new Promise(requestAnimationFrame);
  }
  const stroke = await afterEnd();
  return {
    forward,
    dab: dab.shown,
    around: dab.shown - dab.image,
    stroke: stroke.shown,
    end: stroke.end,
  };
};

page.timeInk = async (strokes) => {
  await state().closePainting();
  await state().pickNoImageModel();
  const { side } = CROWD;
  const { view } = state();
  const size = { ...view.size, width: side, height: side };
  state().updateView({ seed: SEED + 1000, size, edits: crowd() });
  await state().openPainting();
  await until(() => state().paint.status === 'ready' && isShown());
  const rasters = createMapRasters();
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const panel = { context, panel: { width: side, height: side }, ratio: 1 };
  const place = { scale: 1, left: 0, top: 0 };
  rasters.listen((dirty) => {
    const source = rasters.labels();
    if (!source) return;
    drawMap(panel, [{ source, opacity: 1, from: 0, to: 1 }], source, place, dirty);
    // Canvases draw when they are looked at: the time belongs to the segment.
    context.getImageData(0, 0, 1, 1);
  });
  const times = { segments: [] as number[], ends: [] as number[] };
  for (let stroke = 0; stroke < strokes; stroke++) {
    const y = 60 + ((stroke * 90) % 900);
    state().beginStroke(brushOf(40, 60_000 + stroke), { x: 60, y });
    for (let x = 80; x < 960; x += 20) {
      const start = performance.now();
      state().extendStroke([{ x, y: y + 10 * Math.sin(x / 40) }]);
      times.segments.push(performance.now() - start);
      await new Promise(requestAnimationFrame);
    }
    const start = performance.now();
    state().endStroke();
    times.ends.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  rasters.stop();
  return times;
};
