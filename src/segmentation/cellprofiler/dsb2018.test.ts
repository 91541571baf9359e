import { describe, expect, it } from 'vitest';
import { countMatches } from '../../evaluation/matching/match-counts.ts';
import { matchScores } from '../../evaluation/matching/match-scores.ts';
import { overlapTable } from '../../evaluation/matching/overlap-table.ts';
import { identifyPrimaryObjects } from './identify-primary.ts';
import { DEFAULT_PRIMARY_SETTINGS, type PrimarySettings } from './primary-settings.ts';
import { realImage, realLevels } from './real-images.ts';

const image = realImage('dsb2018-img2d');
const { width, height } = image;
const truth = { width, height, data: Uint16Array.from(realLevels('dsb2018-mask2d').data) };

function compare(given: Partial<PrimarySettings>) {
  const settings = { ...DEFAULT_PRIMARY_SETTINGS, discardTouchingBorder: false, ...given };
  const { labels } = identifyPrimaryObjects(image, settings);
  return overlapTable(truth, { width, height, data: Uint16Array.from(labels) });
}

/** The expected figures were made with centrosome's and scikit-image's functions and StarDist's `matching`. */
describe('nuclei of the Data Science Bowl', () => {
  const byShape = {
    useAdvanced: true,
    unclumpMethod: 'Shape',
    watershedMethod: 'Shape',
    minimumDiameter: 15,
    maximumDiameter: 60,
  } as const;

  it.each<[string, Partial<PrimarySettings>, Record<number, number>]>([
    ['in basic mode', {}, { 0.5: 0.583, 0.75: 0.292, 0.9: 0.077 }],
    ['in the reduced image', { minimumDiameter: 15 }, { 0.5: 0.554, 0.75: 0.333, 0.9: 0.08 }],
    ['by shape', byShape, { 0.5: 0.528, 0.75: 0.325 }],
  ])('are found %s as well as by CellProfiler', (_, settings, expected) => {
    const table = compare(settings);
    for (const [threshold, precision] of Object.entries(expected)) {
      const { averagePrecision } = matchScores(countMatches(table, Number(threshold)));
      expect(averagePrecision).toBeCloseTo(precision, 3);
    }
  });

  it('are matched object by object', () => {
    const counts = countMatches(compare({}), 0.5);
    expect(counts).toMatchObject({ truePositives: 88, falsePositives: 26, falseNegatives: 37 });
    expect(matchScores(counts).panopticQuality).toBeCloseTo(0.572, 3);
  });
});
