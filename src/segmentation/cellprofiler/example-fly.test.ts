import { describe, expect, it } from 'vitest';
import { labelAreas } from '../../imaging/filter-labels.ts';
import { medianOf } from '../../imaging/thresholds/sample-averages.ts';
import { EXAMPLE_FLY, OBJECT_VARIANTS, THRESHOLD_VARIANTS } from './example-fly-table.ts';
import { globalThreshold } from './global-threshold.ts';
import { identifyPrimaryObjects } from './identify-primary.ts';
import { DEFAULT_PRIMARY_SETTINGS } from './primary-settings.ts';
import { realImage } from './real-images.ts';
import { DEFAULT_THRESHOLD_SETTINGS } from './threshold-settings.ts';

const image = realImage('example-fly-pos002-dna');
const [pos002] = EXAMPLE_FLY;

describe('ExampleFly POS002', () => {
  it.each(Object.entries(pos002.thresholds))('has the threshold of %s', (name, expected) => {
    const settings = { ...DEFAULT_THRESHOLD_SETTINGS, ...THRESHOLD_VARIANTS[name] };
    expect(globalThreshold(image.data, settings)).toBeCloseTo(expected, 8);
  });

  it.each(Object.entries(pos002.objects))('has as many objects, %s, as there', (name, expected) => {
    const settings = { ...DEFAULT_PRIMARY_SETTINGS, ...OBJECT_VARIANTS[name] };
    expect(identifyPrimaryObjects(image, settings).counts.objects).toBe(expected);
  });

  it('has the foreground, the maxima and the areas that it has in basic mode', () => {
    const { counts, binary, labels } = identifyPrimaryObjects(image, DEFAULT_PRIMARY_SETTINGS);
    const areas = Float64Array.from(labelAreas(labels).subarray(1)).sort();
    expect({
      foreground: binary.reduce((sum, pixel) => sum + pixel, 0),
      components: counts.components,
      maxima: counts.maxima,
      medianArea: medianOf(areas),
    }).toEqual(pos002.basic);
    expect(counts.withinBorder).toBe(349);
    expect(areas.reduce((sum, area) => sum + area, 0)).toBe(103522);
  });
});
