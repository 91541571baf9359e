import type { StudioEngine } from '../engine/studio-engine.ts';
import type { StudioState } from './studio-state.ts';

/** What every slice is made from: zustand's two functions and the page's side of the workers. */
export interface SliceContext {
  set(patch: Partial<StudioState> | ((state: StudioState) => Partial<StudioState>)): void;
  get(): StudioState;
  engine: StudioEngine;
}
