import { describe, expect, it } from 'vitest';
import { labelAreas } from '../../imaging/filter-labels.ts';
import { medianOf } from '../../imaging/thresholds/sample-averages.ts';
import { globalThreshold } from './global-threshold.ts';
import { identifyPrimaryObjects } from './identify-primary.ts';
import { DEFAULT_PRIMARY_SETTINGS, type PrimarySettings } from './primary-settings.ts';
import { realImage } from './real-images.ts';
import { DEFAULT_THRESHOLD_SETTINGS, type ThresholdSettings } from './threshold-settings.ts';

const image = realImage('example-fly-pos002-dna');
const advanced = { ...DEFAULT_PRIMARY_SETTINGS, useAdvanced: true };

/** The expected numbers were made with centrosome's and scikit-image's own functions. */
describe('ExampleFly POS002', () => {
  const threeClasses = { globalMethod: 'Otsu', otsuClasses: 'Three classes' } as const;

  it.each<[string, Partial<ThresholdSettings>, number]>([
    ['minimum cross-entropy', {}, 0.04050995],
    ['its logarithms', { logTransform: true }, 0.00716432],
    ['Otsu', { globalMethod: 'Otsu' }, 0.08888634],
    ['its logarithms', { globalMethod: 'Otsu', logTransform: true }, 0.01554259],
    ['three classes, the middle in the foreground', threeClasses, 0.06787684],
    ['in the background', { ...threeClasses, middleClass: 'Background' }, 0.19070159],
    ['robust background', { globalMethod: 'Robust Background' }, 0.05480378],
  ])('has the threshold of %s', (_, settings, expected) => {
    const threshold = globalThreshold(image.data, { ...DEFAULT_THRESHOLD_SETTINGS, ...settings });
    expect(threshold).toBeCloseTo(expected, 8);
  });

  it('has the objects of CellProfiler in basic mode, to the pixel', () => {
    const { counts, binary, labels } = identifyPrimaryObjects(image, DEFAULT_PRIMARY_SETTINGS);
    expect(counts).toEqual({ components: 297, maxima: 394, withinBorder: 349, objects: 296 });
    expect(binary.reduce((sum, pixel) => sum + pixel, 0)).toBe(114857);
    const areas = Float64Array.from(labelAreas(labels).subarray(1)).sort();
    expect(areas.reduce((sum, area) => sum + area, 0)).toBe(103522);
    expect(medianOf(areas)).toBe(356);
  });

  it.each<[string, Partial<PrimarySettings>, number, number]>([
    ['maxima of the reduced image', { minimumDiameter: 15 }, 359, 236],
    ['shape and shape', { unclumpMethod: 'Shape', watershedMethod: 'Shape' }, 365, 273],
    [
      'shape in the reduced image',
      { unclumpMethod: 'Shape', watershedMethod: 'Shape', minimumDiameter: 15 },
      351,
      226,
    ],
    ['intensity and shape', { watershedMethod: 'Shape' }, 394, 249],
    ['propagation', { watershedMethod: 'Propagate' }, 394, 299],
    ['nothing', { unclumpMethod: 'None' }, 0, 204],
  ])('is declumped by %s as in CellProfiler', (_, settings, maxima, objects) => {
    const { counts } = identifyPrimaryObjects(image, { ...advanced, ...settings });
    expect([counts.maxima, counts.objects]).toEqual([maxima, objects]);
  });
});
