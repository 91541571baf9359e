import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import type { PlainError } from '../errors.ts';
import type { LoadableModel } from './generation-client.ts';

/** A model of this page: fetched with it, or converted from dropped files and kept by the browser. */
export interface LibraryModel extends LoadableModel {
  manifest: ModelManifest;
  origin: 'demo' | 'dropped';
  /** Size of its shards. */
  bytes: number;
  /** Model card as Markdown, when there is one. */
  card: string | null;
}

/** How far a group of dropped files is on its way to a model. */
export interface ImportProgress {
  id: string;
  fileNames: string[];
  status: 'reading' | 'converting' | 'done' | 'failed';
  /** 0..1 */
  progress: number;
  error: PlainError | null;
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
   */
  importFiles(
    files: File[],
    onProgress: (progress: ImportProgress) => void,
  ): Promise<LibraryModel[]>;
  /** Forgets a stored model. */
  remove(sha256: string): Promise<void>;
}
