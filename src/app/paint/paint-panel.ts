import type { Extent } from '../stage/viewport.ts';

/** Room of the panel that has the keyboard, in CSS pixels; null before it is laid out. */
export function paintPanel(): Extent | null {
  const element = document.querySelector('[data-testid="paint-canvas"]');
  return element && { width: element.clientWidth, height: element.clientHeight };
}
