import { labelColour } from '../../imaging/label-colours.ts';

/** The display colour of an instance as CSS. */
export function labelCss(id: number): string {
  return `rgb(${labelColour(id).join(' ')})`;
}
