import type { SearchedMeasure } from '../../pipeline/sample-criteria.ts';
import type { SampleSearch } from '../../store/search-slice.ts';
import { formatNumber } from '../format/quantities.ts';

/** A slider of a measure: its ends, which stand for no bound, its step, and how many digits it is written with. */
export interface MeasureScale {
  max: number;
  step: number;
  /** From the measure to what a person reads. */
  shown: number;
  digits: number;
  unit: 'none' | 'px' | 'percent';
}

/** What whole numbers share. */
const COUNTED = { step: 1, shown: 1, digits: 0, unit: 'none' } as const;

/** A round number that is not below `value`. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return Math.ceil(value / power) * power;
}

/** The scale of a measure, as wide as what was found so far. */
export function scaleOf(name: SearchedMeasure, largest: SampleSearch['largest']): MeasureScale {
  switch (name) {
    case 'cells':
      return { max: Math.max(20, roundUp(largest.cells)), ...COUNTED };
    case 'onBorder':
      return { max: Math.max(10, roundUp(largest.onBorder)), ...COUNTED };
    case 'medianArea': {
      const max = Math.max(5000, roundUp(largest.medianArea));
      return { max, step: max / 100, shown: 1, digits: 0, unit: 'px' };
    }
    case 'medianEccentricity':
      return { max: 1, step: 0.01, shown: 1, digits: 2, unit: 'none' };
    case 'coverage':
      return { max: 1, step: 0.01, shown: 100, digits: 0, unit: 'percent' };
  }
}

/** A value of a measure as it is read, without its unit. */
export function writeMeasure(value: number, scale: MeasureScale, language: string): string {
  return formatNumber(value * scale.shown, language, scale.digits);
}
