import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import type { ReferenceFiles } from '../checkpoints/bundle/reference-files.ts';
import type { ImportProgress } from '../services/checkpoint-service.ts';
import type { LoadableModel } from './generation-client.ts';
import type { StorageReport } from './storage-report.ts';

/** What a model makes: the mask, the image of a mask, spots from points, or objects from an image. */
export type ModelRole = 'mask' | 'image' | 'spots' | 'segmenter';

/** A model of this page: fetched with it, or converted from dropped files and kept by the browser. */
export interface LibraryModel extends LoadableModel {
  manifest: ModelManifest;
  origin: 'demo' | 'dropped';
  /** What it is for: a pix2pixHD model of points makes spots, not cells. */
  role: ModelRole;
  /** Size of its shards. */
  bytes: number;
  /** Model card as Markdown, when there is one. */
  card: string | null;
  /** What the original made with these weights; null for a model that came without. */
  readReference(): Promise<ReferenceFiles | null>;
}

/** Where models come from. */
export interface ModelLibrary {
  /** The models the site brings along, in the order of its index: the first of a role is proposed. */
  demoModels(): Promise<LibraryModel[]>;
  /** Models converted here earlier. */
  storedModels(): Promise<LibraryModel[]>;
  /**
   * Converts dropped files and keeps the result. Files that belong together become one model; a group that
   * fails is reported through `onProgress` and does not stop the others. Never rejects for a bad file.
   * @param signal Stops it: what was kept until then stays.
   */
  importFiles(
    files: File[],
    onProgress: (progress: ImportProgress) => void,
    signal?: AbortSignal,
  ): Promise<LibraryModel[]>;
  /** Where stored models are and how much room there is. */
  storage(): Promise<StorageReport>;
  /** Asks the browser not to clear them by itself. @returns whether it agreed. */
  keepStored(): Promise<boolean>;
  /** A model that was listed before. */
  find(sha256: string): LibraryModel | null;
  /** Forgets a stored model. */
  remove(sha256: string): Promise<void>;
}
