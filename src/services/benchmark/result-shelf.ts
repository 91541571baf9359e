import type { ImageEvaluation } from '../../evaluation/image-evaluation.ts';
import type { ImageTraits } from '../../evaluation/slices/image-traits.ts';
import type { Segmentation } from '../../segmentation/segmenter.ts';
import type { DroppedFile } from '../tools/open-files.ts';

/** What one algorithm did on one image, without its pixels. */
export interface ImageOutcome {
  evaluation: ImageEvaluation;
  /** How hard the image is. */
  traits: ImageTraits;
  /** From the image to its labels; reading and scoring are not in it. */
  milliseconds: number;
  facts: Segmentation['facts'];
}

/** The same with the label map that it found (`encodeRuns`). */
export interface KeptOutcome extends ImageOutcome {
  labels: string;
}

/** Where a set came from: an export of this page, a set of ours that was opened, files, or the site's sample. */
export type SetOrigin = 'export' | 'opened' | 'files' | 'sample';

/** A set as it is called here. */
export interface SetName {
  id: string;
  name: string;
  origin: SetOrigin;
}

/** A set with its files. */
export interface KeptSet extends SetName {
  files: DroppedFile[];
}

/** What survives a closed tab: sets that were opened, and what came of every image as soon as it is there. */
export interface ResultShelf {
  readOutcome(key: string): Promise<KeptOutcome | null>;
  /** Keeping may fail for want of space: the result is used all the same. */
  keepOutcome(key: string, outcome: KeptOutcome): Promise<void>;
  sets(): Promise<KeptSet[]>;
  /** @returns The set as it is kept, or as it was given where it cannot be. */
  keepSet(set: KeptSet): Promise<KeptSet>;
  forgetSet(id: string): Promise<void>;
  forgetOutcomes(): Promise<void>;
}

/** A shelf for as long as the worker lives. */
export function memoryShelf(): ResultShelf {
  const outcomes = new Map<string, KeptOutcome>();
  const sets = new Map<string, KeptSet>();
  return {
    readOutcome: async (key) => outcomes.get(key) ?? null,
    keepOutcome: async (key, outcome) => void outcomes.set(key, outcome),
    sets: async () => [...sets.values()],
    async keepSet(set) {
      sets.set(set.id, set);
      return set;
    },
    forgetSet: async (id) => void sets.delete(id),
    forgetOutcomes: async () => outcomes.clear(),
  };
}
