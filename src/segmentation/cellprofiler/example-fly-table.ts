import type { PrimarySettings } from './primary-settings.ts';
import type { ThresholdSettings } from './threshold-settings.ts';

/** For tests: one image of ExampleFly and what the functions behind CellProfiler make of it. */
export interface ExampleFlyImage {
  file: string;
  thresholds: Record<string, number>;
  /** By variant, the final number of objects. */
  objects: Record<string, number>;
  basic: {
    /** Pixels of the foreground, its holes filled. */
    foreground: number;
    components: number;
    maxima: number;
    medianArea: number;
  };
}

const otsu = { globalMethod: 'Otsu' } as const;
const threeClasses = { ...otsu, otsuClasses: 'Three classes' } as const;

/** For tests: the settings behind the names of thresholds. */
export const THRESHOLD_VARIANTS: Record<string, Partial<ThresholdSettings>> = {
  'minimum cross-entropy': {},
  'log minimum cross-entropy': { logTransform: true },
  Otsu: otsu,
  'log Otsu': { ...otsu, logTransform: true },
  'three classes, middle in the foreground': threeClasses,
  'three classes, middle in the background': { ...threeClasses, middleClass: 'Background' },
  'robust background': { globalMethod: 'Robust Background' },
};

const shape = { useAdvanced: true, unclumpMethod: 'Shape', watershedMethod: 'Shape' } as const;

/** For tests: the settings behind the names of variants. */
export const OBJECT_VARIANTS: Record<string, Partial<PrimarySettings>> = {
  basic: {},
  'basic, smallest diameter 15': { minimumDiameter: 15 },
  'Shape/Shape': shape,
  'Shape/Shape, smallest diameter 15': { ...shape, minimumDiameter: 15 },
  'Intensity/Shape': { useAdvanced: true, watershedMethod: 'Shape' },
  'Intensity/Propagate': { useAdvanced: true, watershedMethod: 'Propagate' },
  None: { useAdvanced: true, unclumpMethod: 'None' },
};

/** For tests: made with centrosome's functions and scikit-image 0.19.3. */
export const EXAMPLE_FLY: readonly ExampleFlyImage[] = [
  {
    file: 'ExampleFly_POS002_D.tif',
    thresholds: {
      'minimum cross-entropy': 0.04050995,
      'log minimum cross-entropy': 0.00716432,
      Otsu: 0.08888634,
      'log Otsu': 0.01554259,
      'three classes, middle in the foreground': 0.06787684,
      'three classes, middle in the background': 0.19070159,
      'robust background': 0.05480378,
    },
    objects: {
      basic: 296,
      'basic, smallest diameter 15': 236,
      'Shape/Shape': 273,
      'Shape/Shape, smallest diameter 15': 226,
      'Intensity/Shape': 249,
      'Intensity/Propagate': 299,
      None: 204,
    },
    basic: { foreground: 114857, components: 297, maxima: 394, medianArea: 356 },
  },
  {
    file: 'ExampleFly_POS076_D.tif',
    thresholds: {
      'minimum cross-entropy': 0.07175519,
      Otsu: 0.12025888,
      'robust background': 0.21786169,
    },
    objects: {
      basic: 990,
      'basic, smallest diameter 15': 797,
      'Shape/Shape': 796,
      'Intensity/Propagate': 997,
      None: 524,
    },
    basic: { foreground: 363514, components: 641, maxima: 1091, medianArea: 332.5 },
  },
];
