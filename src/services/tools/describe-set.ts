import { classOf } from '../../dataset/tools/picture-path.ts';
import type { PictureSet } from '../../dataset/tools/picture-set.ts';

/** What is in a source, in numbers. */
export interface SetSummary {
  images: number;
  masks: number;
  labels: number;
  /** Groups of more than one picture. */
  pairs: number;
  /** Folders that are classes, sorted. */
  classes: string[];
  /** Files that are no pictures. */
  others: number;
}

/** Counts what is in a set. */
export function describeSet({ files, groups, others }: PictureSet): SetSummary {
  const count = (role: string) => files.filter((file) => file.role === role).length;
  const classes = new Set(files.map(({ path }) => classOf(path)).filter((name) => name !== null));
  return {
    images: count('image'),
    masks: count('mask'),
    labels: count('labels'),
    pairs: groups.filter((group) => group.files.length > 1).length,
    classes: [...classes].sort(),
    others: others.length,
  };
}
