import { RandomState } from '../../random/random-state.ts';
import { groupBy } from './group-by.ts';
import { classOf, inPart, keyOf } from './picture-path.ts';
import type { PictureGroup, PictureSet } from './picture-set.ts';
import type { SplitStep } from './tool-step.ts';
import type { ToolWork } from './tool-work.ts';

/** The sets of a split. */
export const PARTS = ['train', 'val', 'test'] as const;
/** One of them. */
export type Part = (typeof PARTS)[number];

/**
 * How many of `count` go to each part: whole numbers with that sum, by largest remainders.
 * @param weights Not negative, one of them above 0.
 */
export function shareOut(count: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (count * weight) / whole);
  const shares = exact.map(Math.floor);
  const rest = count - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of byRemainder.slice(0, rest)) shares[at] += 1;
  return shares;
}

/** The part of every group, by key: drawn in each class alone, so that classes are shared out alike. */
export function drawParts(
  groups: readonly PictureGroup[],
  { train, val, test, seed }: SplitStep,
): Map<string, Part> {
  const byClass = groupBy(groups, ({ files }) => classOf(files[0].path) ?? '');
  const parts = new Map<string, Part>();
  const random = new RandomState(seed);
  for (const [, members] of [...byClass].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const order = random.permutation(members.length);
    let at = 0;
    for (const [index, share] of shareOut(members.length, [train, val, test]).entries()) {
      for (const member of order.slice(at, at + share))
        parts.set(members[member].key, PARTS[index]);
      at += share;
    }
  }
  return parts;
}

/** All files as they are, in folders of three sets; other files of a pair's name (tables of spots) go along. */
export function prepareSplit(step: SplitStep, set: PictureSet): ToolWork {
  const parts = drawParts(set.groups, step);
  const companions = groupBy(set.others, ({ path }) => keyOf(path));
  return {
    units: set.groups.map(({ key, files }) => ({
      key,
      files,
      companions: companions.get(key) ?? [],
    })),
    filesPerUnit: ({ files, companions }) => files.length + companions.length,
    async process({ key, files, companions }) {
      const part = parts.get(key) ?? 'train';
      const all = [...files, ...companions];
      return {
        files: all.map((file) => ({ path: inPart(file.path, part), copyOf: file })),
        notes: [{ part }],
      };
    },
  };
}
