import { create } from 'zustand';
import {
  onPlane,
  type PlanePosition,
  planePoint,
  planePosition,
} from '../../pipeline/latent-plane.ts';
import type { LatentPoint } from '../../pipeline/latent-sum.ts';
import { isShownBy, showNow, showPaced } from '../navigate/paced-view.ts';

/** How far an arrow key goes, and how large a seed is drawn for it (CSS pixels): a finer step is a closer look. */
export const PLANE_STEPS = [
  { step: 1, cell: 52 },
  { step: 0.5, cell: 66 },
  { step: 0.25, cell: 88 },
  { step: 0.1, cell: 122 },
  { step: 0.05, cell: 168 },
  { step: 0.01, cell: 232 },
] as const;

/** Fastest drift, in seeds a second. */
export const FASTEST = 5;

interface PlaneState {
  position: PlanePosition;
  /** The sample in view is a blend that lies elsewhere; the position is that of its seed. */
  isElsewhere: boolean;
  /** Of `PLANE_STEPS`. */
  zoom: number;
  /** Of the drift, in seeds a second. */
  velocity: PlanePosition;
  drifting: boolean;
}

/** Where on the plane the sample is, and how one moves there. The sample itself is in the view. */
export const usePlane = create<PlaneState>()(() => ({
  position: { x: 0, y: 0 },
  isElsewhere: false,
  zoom: 2,
  velocity: { x: 0.25, y: 0 },
  drifting: false,
}));

/** Goes to a position while a drag or a drift goes on: the sample follows as fast as it is made. */
export function moveOnPlane(position: PlanePosition): void {
  usePlane.setState({ position, isElsewhere: false });
  showPaced(planePoint(position), 'plane');
}

/** Goes to a position and stays there. */
export function goOnPlane(to: PlanePosition): void {
  const position = onPlane(to);
  usePlane.setState({ position, isElsewhere: false });
  showNow(planePoint(position), 'plane');
}

/** Finds the place of a sample that something else brought into view, and ends a drift. */
export function followOnPlane(point: LatentPoint): void {
  const { position } = usePlane.getState();
  if (isShownBy(point, 'plane')) return;
  const found = planePosition(point);
  const same = found && isSameSample(planePoint(position), point);
  usePlane.setState({
    position: same ? position : (found ?? planePosition({ ...point, blend: [] }) ?? position),
    isElsewhere: !found,
    drifting: false,
  });
}

function isSameSample(a: LatentPoint, b: LatentPoint): boolean {
  return JSON.stringify([a.seed, a.blend]) === JSON.stringify([b.seed, b.blend]);
}

/** Starts or ends the drift. */
export function toggleDrift(): void {
  const { drifting, position } = usePlane.getState();
  usePlane.setState({ drifting: !drifting });
  if (drifting) goOnPlane(position);
}

/** A finer (1) or coarser (-1) step. */
export function changeStep(by: 1 | -1): void {
  usePlane.setState(({ zoom }) => ({
    zoom: Math.min(PLANE_STEPS.length - 1, Math.max(0, zoom + by)),
  }));
}
