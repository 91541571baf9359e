import { expect, it } from 'vitest';
import { labelAreas } from '../../imaging/filter-labels.ts';
import { identifyPrimaryObjects } from './identify-primary.ts';
import { DEFAULT_PRIMARY_SETTINGS, type PrimarySettings } from './primary-settings.ts';
import { realImage, realLevels } from './real-images.ts';

const image = realImage('dsb2018-img2d');
const truth = Int32Array.from(realLevels('dsb2018-mask2d').data);

/** Objects that share at least half of what they and a true one cover. */
function truePositives(labels: Int32Array): number {
  const trueAreas = labelAreas(truth);
  const areas = labelAreas(labels);
  const shared = new Map<number, number>();
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 0 || truth[i] === 0) continue;
    const pair = labels[i] * trueAreas.length + truth[i];
    shared.set(pair, (shared.get(pair) ?? 0) + 1);
  }
  return [...shared].filter(([pair, pixels]) => {
    const own = areas[Math.floor(pair / trueAreas.length)];
    const other = trueAreas[pair % trueAreas.length];
    return pixels / (own + other - pixels) >= 0.5;
  }).length;
}

it.each<[string, Partial<PrimarySettings>, number, number]>([
  ['in basic mode', {}, 114, 88],
  ['in the reduced image', { minimumDiameter: 15 }, 91, 77],
  [
    'by shape',
    {
      useAdvanced: true,
      unclumpMethod: 'Shape',
      watershedMethod: 'Shape',
      minimumDiameter: 15,
      maximumDiameter: 60,
    },
    95,
    76,
  ],
])(
  'finds the nuclei of the Data Science Bowl %s that CellProfiler finds',
  (_, given, found, right) => {
    const settings = { ...DEFAULT_PRIMARY_SETTINGS, discardTouchingBorder: false, ...given };
    const { labels, counts } = identifyPrimaryObjects(image, settings);
    expect([counts.objects, truePositives(labels)]).toEqual([found, right]);
  },
);
