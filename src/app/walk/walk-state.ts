import { create } from 'zustand';
import type { LatentPoint } from '../../pipeline/latent-sum.ts';
import { type WalkCurve, walkLength, walkPoint } from '../../pipeline/latent-walk.ts';
import { showNow, showPaced } from '../navigate/paced-view.ts';
import { readWalk, writeWalk } from './stored-walk.ts';

/** A keyframe of the timeline; the number tells two of the same sample apart. */
export interface WalkKeyframe extends LatentPoint {
  id: number;
}

interface WalkState {
  keyframes: readonly WalkKeyframe[];
  curve: WalkCurve;
  loop: boolean;
  /** From keyframe to keyframe. */
  seconds: number;
  /** Where the playhead is: keyframe 2 is at 2. */
  at: number;
  playing: boolean;
}

let ids = 0;
const withId = ({ seed, blend }: LatentPoint): WalkKeyframe => {
  ids += 1;
  return { id: ids, seed, blend };
};

/** The walk; but for the playhead the browser keeps it. */
export const useWalk = create<WalkState>()(() => {
  const stored = readWalk();
  return { ...stored, keyframes: stored.keyframes.map(withId), at: 0, playing: false };
});

useWalk.subscribe((walk, before) => {
  if (
    walk.keyframes !== before.keyframes ||
    walk.curve !== before.curve ||
    walk.loop !== before.loop ||
    walk.seconds !== before.seconds
  ) {
    writeWalk(walk);
  }
});

function setKeyframes(keyframes: readonly WalkKeyframe[]): void {
  useWalk.setState(({ at, loop, playing }) => {
    const length = walkLength({ keyframes, loop });
    return { keyframes, at: Math.min(at, length), playing: playing && length > 0 };
  });
}

/** Adds samples at the end. */
export function addKeyframes(points: readonly LatentPoint[]): void {
  setKeyframes([...useWalk.getState().keyframes, ...points.map(withId)]);
}

/** Takes one out. */
export function removeKeyframe(index: number): void {
  setKeyframes(useWalk.getState().keyframes.filter((_, at) => at !== index));
}

/** Empties the timeline. */
export function clearKeyframes(): void {
  setKeyframes([]);
}

/** The list with the item at `from` moved to `to`; places outside are the ends. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, at) => at !== from);
  rest.splice(Math.min(rest.length, Math.max(0, to)), 0, items[from]);
  return rest;
}

/** Puts a keyframe elsewhere in the order. */
export function moveKeyframe(from: number, to: number): void {
  setKeyframes(moved(useWalk.getState().keyframes, from, to));
}

/** Brings the playhead to a place and shows its frame: at once, or as fast as frames are made. */
export function goTo(at: number, how: 'now' | 'paced'): void {
  useWalk.setState({ at });
  const point = walkPoint(useWalk.getState(), at);
  if (point) (how === 'now' ? showNow : showPaced)(point, 'walk');
}

/** Goes on by so many seconds; at the end it begins again or stops. */
export function playOn(elapsed: number): void {
  const walk = useWalk.getState();
  const length = walkLength(walk);
  const at = walk.at + elapsed / walk.seconds;
  if (at < length) goTo(at, 'paced');
  else if (walk.loop) goTo(at % length, 'paced');
  else {
    useWalk.setState({ playing: false });
    goTo(length, 'now');
  }
}

/** Plays from the playhead, or from the start when it is at the end; or pauses. */
export function togglePlay(): void {
  const walk = useWalk.getState();
  const length = walkLength(walk);
  if (length === 0) return;
  useWalk.setState({
    playing: !walk.playing,
    at: !walk.playing && walk.at >= length ? 0 : walk.at,
  });
}
