/**
 * `npm run oracles -- FOLDER`: thresholds and objects of both ExampleFly images (`ExampleFly_POS002_D.tif` and `ExampleFly_POS076_D.tif`)
 * against those that CellProfiler's own functions gave.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'tiff';
import { labelAreas } from '../../src/imaging/filter-labels.ts';
import type { RealImage } from '../../src/imaging/real-values.ts';
import { medianOf } from '../../src/imaging/thresholds/sample-averages.ts';
import {
  EXAMPLE_FLY,
  type ExampleFlyImage,
  OBJECT_VARIANTS,
  THRESHOLD_VARIANTS,
} from '../../src/segmentation/cellprofiler/example-fly-table.ts';
import { globalThreshold } from '../../src/segmentation/cellprofiler/global-threshold.ts';
import { identifyPrimaryObjects } from '../../src/segmentation/cellprofiler/identify-primary.ts';
import { DEFAULT_PRIMARY_SETTINGS } from '../../src/segmentation/cellprofiler/primary-settings.ts';
import { DEFAULT_THRESHOLD_SETTINGS } from '../../src/segmentation/cellprofiler/threshold-settings.ts';

const THRESHOLD_TOLERANCE = 1e-6;

function readImage(path: string): RealImage {
  const [{ width, height, data }] = decode(readFileSync(path));
  return { width, height, data: Float64Array.from(data, (level) => level / 255) };
}

function report(what: string, actual: number, expected: number, tolerance = 0): boolean {
  const ok = Math.abs(actual - expected) <= tolerance;
  console.log(`  ${ok ? 'ok    ' : 'FAILED'} ${what}: ${actual}, CellProfiler ${expected}`);
  return ok;
}

function checkImage(folder: string, expected: ExampleFlyImage): boolean[] {
  console.log(expected.file);
  const image = readImage(join(folder, expected.file));
  const thresholds = Object.entries(expected.thresholds).map(([name, threshold]) => {
    const settings = { ...DEFAULT_THRESHOLD_SETTINGS, ...THRESHOLD_VARIANTS[name] };
    return report(name, globalThreshold(image.data, settings), threshold, THRESHOLD_TOLERANCE);
  });
  const objects = Object.entries(expected.objects).map(([name, count]) => {
    const settings = { ...DEFAULT_PRIMARY_SETTINGS, ...OBJECT_VARIANTS[name] };
    return report(
      `objects, ${name}`,
      identifyPrimaryObjects(image, settings).counts.objects,
      count,
    );
  });
  const { counts, binary, labels } = identifyPrimaryObjects(image, DEFAULT_PRIMARY_SETTINGS);
  const areas = Float64Array.from(labelAreas(labels).subarray(1)).sort();
  const foreground = binary.reduce((sum, pixel) => sum + pixel, 0);
  return [
    ...thresholds,
    ...objects,
    report('foreground', foreground, expected.basic.foreground),
    report('components', counts.components, expected.basic.components),
    report('maxima', counts.maxima, expected.basic.maxima),
    report('median area', medianOf(areas), expected.basic.medianArea),
  ];
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Name the folder with ExampleFly_POS002_D.tif and ExampleFly_POS076_D.tif.');
  process.exitCode = 2;
} else {
  const passed = EXAMPLE_FLY.flatMap((image) => checkImage(folder, image));
  process.exitCode = passed.every(Boolean) ? 0 : 1;
}
