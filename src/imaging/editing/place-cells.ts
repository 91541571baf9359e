import { type CellClip, clipCells } from './cell-clip.ts';
import { eachPixelIn, eachPixelOf } from './cell-pixels.ts';
import { freeIds } from './free-ids.ts';
import { clipBox, joinBoxes, type PixelBox } from './pixel-box.ts';
import type { StrokeRecorder } from './stroke-recorder.ts';
import { mayTake, type WriteMode } from './write-ink.ts';

/** Where cells go: turned and scaled around the middle of them all, then moved. */
export interface CellPlacement {
  /** Pixels. */
  dx: number;
  dy: number;
  /** Clockwise as the image is seen. */
  degrees: number;
  /** 1 leaves the size. */
  scale: number;
}

/** The box around cells; null when none of them is there. */
export function boxOfCells(
  { shapes }: Pick<StrokeRecorder, 'shapes'>,
  ids: readonly number[],
): PixelBox | null {
  return ids.reduce<PixelBox | null>((box, id) => joinBoxes(box, shapes.boxOf(id)), null);
}

/** Middle of the pixels of cells together, as a point of the map. */
function middleOf({ shapes }: StrokeRecorder, ids: readonly number[]): [x: number, y: number] {
  let [x, y, area] = [0, 0, 0];
  for (const id of ids) {
    const [ownX, ownY] = shapes.centroidOf(id) ?? [0, 0];
    const own = shapes.areaOf(id);
    x += own * (ownX + 0.5);
    y += own * (ownY + 0.5);
    area += own;
  }
  return [x / area, y / area];
}

/** Erases cells; scans their boxes. */
export function deleteCells(recorder: StrokeRecorder, ids: readonly number[]): void {
  for (const id of ids) eachPixelOf(recorder, id, (x, y) => recorder.setLabel(x, y, 0));
}

/** The box of the corners of another one that is turned, scaled and moved, with a pixel around it. */
function placedBox(
  box: PixelBox,
  [middleX, middleY]: [number, number],
  { dx, dy, scale }: CellPlacement,
  [cosine, sine]: [number, number],
): PixelBox {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const cornerX of [box.x, box.x + box.width]) {
    for (const cornerY of [box.y, box.y + box.height]) {
      const x = (cornerX - middleX) * scale;
      const y = (cornerY - middleY) * scale;
      xs.push(middleX + dx + cosine * x - sine * y);
      ys.push(middleY + dy + sine * x + cosine * y);
    }
  }
  const x = Math.min(...xs) - 1;
  const y = Math.min(...ys) - 1;
  return { x, y, width: Math.max(...xs) + 1 - x, height: Math.max(...ys) + 1 - y };
}

/**
 * Moves, turns and scales cells together, nuclei with them. Each pixel of the result takes the id of the pixel its
 * middle came from (nearest); what leaves the map is gone. Looks at the boxes of before and after.
 */
export function placeCells(
  recorder: StrokeRecorder,
  ids: readonly number[],
  placement: CellPlacement,
  mode: WriteMode,
): void {
  const box = boxOfCells(recorder, ids);
  if (!box || !(placement.scale > 0)) return;
  const clip = clipCells(recorder.painting, box, ids);
  const middle = middleOf(recorder, ids);
  const angle = (placement.degrees * Math.PI) / 180;
  const turn: [number, number] = [Math.cos(angle), Math.sin(angle)];
  deleteCells(recorder, ids);
  const target = clipBox(placedBox(box, middle, placement, turn), recorder.painting);
  if (!target) return;
  eachPixelIn(target, (x, y) => {
    const offX = (x + 0.5 - middle[0] - placement.dx) / placement.scale;
    const offY = (y + 0.5 - middle[1] - placement.dy) / placement.scale;
    const column = Math.floor(middle[0] + turn[0] * offX + turn[1] * offY) - box.x;
    const row = Math.floor(middle[1] - turn[1] * offX + turn[0] * offY) - box.y;
    if (column < 0 || row < 0 || column >= box.width || row >= box.height) return;
    const at = row * box.width + column;
    const label = clip.labels[at];
    if (label === 0 || !mayTake(recorder, x, y, label, mode)) return;
    recorder.write(x, y, label, clip.nuclei[at]);
  });
}

/**
 * Puts cells of a clip into the painting, under free ids; what lies beyond the map is left out.
 * @param x Where the clip's left column goes, a whole number.
 * @param y Where its top row goes.
 * @returns The clip's id of each new id.
 * @throws CytoForgeError `bad-image` when there are not enough free ids.
 */
export function pasteCells(
  recorder: StrokeRecorder,
  clip: Pick<CellClip, 'box' | 'labels' | 'nuclei'>,
  x: number,
  y: number,
  mode: WriteMode,
): Map<number, number> {
  const { painting, shapes } = recorder;
  const nextFree = freeIds(shapes);
  const newIds = new Map<number, number>();
  const box = { ...clip.box, x, y };
  eachPixelIn(box, (column, row, at) => {
    const label = clip.labels[at];
    if (label === 0 || column < 0 || row < 0) return;
    if (column >= painting.width || row >= painting.height) return;
    const id = newIds.get(label) ?? nextFree();
    newIds.set(label, id);
    if (mayTake(recorder, column, row, id, mode)) recorder.write(column, row, id, clip.nuclei[at]);
  });
  const there = [...newIds].filter(([, id]) => shapes.areaOf(id) > 0);
  return new Map(there.map(([from, id]) => [id, from]));
}
