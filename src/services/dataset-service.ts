import type { ByteSource } from '../checkpoints/byte-source.ts';
import { readZipDirectory, type ZipEntry } from '../checkpoints/zip-directory.ts';
import { readZipEntry } from '../checkpoints/zip-read.ts';
import {
  type BundleReference,
  type DatasetManifest,
  parseDatasetManifest,
} from '../dataset/dataset-manifest.ts';
import { MANIFEST_NAME } from '../dataset/dataset-segment.ts';
import { type MeasuredSet, measureSet } from '../dataset/real/measure-set.ts';
import { smallPicture } from '../dataset/sample-picture.ts';
import { CytoForgeError } from '../errors.ts';
import { decodeLabelPng, decodePng } from '../imaging/decode-png.ts';
import { parseRecipe } from '../pipeline/parse-recipe.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { SheetItem, SheetSample } from '../pipeline/sheet-sample.ts';
import { realFolderOf } from './real-folder-of.ts';

/** Longest side of a picture on the contact sheet, in pixels. */
const SIDE = 96;
/** Samples in a part of the sheet. */
const PER_PART = 16;

/** What a dropped archive is. */
export type ArchiveKind = 'dataset' | 'model' | 'other';

/** A data set that was opened again. */
export interface OpenedSet {
  name: string;
  /** Version that wrote it. */
  appVersion: string;
  count: number;
  rejected: number;
  bundles: BundleReference[];
  /** Recipes with edits of a person's. */
  edited: SampleRecipe[];
}

/** What the data set worker offers: one set is open at a time. */
export interface DatasetService {
  /** Looks what an archive is, by the names in it; `other` for what cannot be read as an archive. */
  look(file: Blob, name: string): Promise<ArchiveKind>;
  /**
   * Opens a data set of ours.
   * @throws CytoForgeError `bad-recipe` for a manifest that cannot be used, `refused-archive` for sizes that cannot
   * be, and what reading a ZIP throws.
   */
  open(file: Blob, name: string): Promise<OpenedSet>;
  /** Small pictures of the samples `16 · part …` of the open set. */
  sheet(part: number): Promise<SheetItem[]>;
  /** One sample of the open set in full; null when its files are missing. */
  sample(position: number): Promise<SheetSample | null>;
  close(): Promise<void>;
  /**
   * Measures a real set: an archive, or the files of a folder.
   * @throws CytoForgeError `unsupported` when nothing in it is recognised; `cancelled`.
   */
  measure(
    files: readonly { file: Blob; path: string }[],
    name: string,
    onProgress: (done: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<MeasuredSet>;
}

interface Archive {
  source: ByteSource;
  entries: Map<string, ZipEntry>;
}

interface OpenArchive extends Archive {
  manifest: DatasetManifest<SampleRecipe>;
}

function openArchive(source: ByteSource): Archive {
  return { source, entries: readZipDirectory(source) };
}

function fileOf({ source, entries }: Archive, name: string | null): Uint8Array | null {
  const entry = name === null ? undefined : entries.get(name);
  return entry ? readZipEntry(source, entry) : null;
}

function readManifest(archive: Archive): DatasetManifest<SampleRecipe> {
  const bytes = fileOf(archive, MANIFEST_NAME);
  try {
    return parseDatasetManifest(
      JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())),
      parseRecipe,
    );
  } catch (cause) {
    if (cause instanceof CytoForgeError) throw cause;
    throw new CytoForgeError(
      'bad-recipe',
      'The data set manifest cannot be used.',
      { where: MANIFEST_NAME, found: 'no JSON', expected: 'the dataset.json of an export' },
      cause,
    );
  }
}

/** The start of our manifest; other tools have a `dataset.json` too. */
function isOurs(archive: Archive): boolean {
  const bytes = fileOf(archive, MANIFEST_NAME);
  const start = new TextDecoder().decode(bytes?.subarray(0, 200));
  return /"format"\s*:\s*"cytoforge-dataset"/.test(start);
}

/**
 * Data sets for the worker they are read in.
 * @param sourceOf Reads a file piece by piece.
 */
export function createDatasetService(
  sourceOf: (file: Blob, name: string) => ByteSource,
): DatasetService {
  let open: OpenArchive | null = null;

  function itemAt(archive: OpenArchive, position: number): SheetItem | null {
    const { files, recipe } = archive.manifest.samples[position];
    const bytes = fileOf(archive, files.image) ?? fileOf(archive, files.mask);
    if (!bytes) return null;
    const picture = smallPicture(decodePng(bytes).image, SIDE);
    return { index: position, recipe, picture, cells: null };
  }

  return {
    async look(file, name) {
      try {
        const archive = openArchive(sourceOf(file, name));
        if (archive.entries.has(MANIFEST_NAME) && isOurs(archive)) return 'dataset';
        const names = [...archive.entries.keys()];
        const isModel = (each: string) =>
          /(^|\/)(model\.json|opt\.txt)$|\.(pkl|pth|npy|bin)$/i.test(each);
        return names.some(isModel) ? 'model' : 'other';
      } catch {
        return 'other';
      }
    },
    async open(file, name) {
      const archive = openArchive(sourceOf(file, name));
      const manifest = readManifest(archive);
      open = { ...archive, manifest };
      const { appVersion, samples, rejected, bundles } = manifest;
      return {
        name,
        appVersion,
        count: samples.length,
        rejected: rejected.length,
        bundles,
        edited: samples.map(({ recipe }) => recipe).filter(({ edits }) => edits !== null),
      };
    },
    async sheet(part) {
      if (!open) return [];
      const archive = open;
      const start = part * PER_PART;
      const end = Math.min(start + PER_PART, archive.manifest.samples.length);
      const items: SheetItem[] = [];
      for (let position = start; position < end; position++) {
        const item = itemAt(archive, position);
        if (item) items.push(item);
      }
      return items;
    },
    async sample(position) {
      const sample = open?.manifest.samples[position];
      if (!open || !sample) return null;
      const { files, recipe } = sample;
      const archive = open;
      const [mask, labels, image] = [files.mask, files.labels, files.image].map((each) =>
        fileOf(archive, each),
      );
      if (!mask || !labels) return null;
      return {
        index: position,
        recipe,
        mask: decodePng(mask).image,
        labels: decodeLabelPng(labels),
        image: image && decodePng(image).image,
      };
    },
    async close() {
      open = null;
    },
    async measure(files, name, onProgress, signal) {
      return measureSet(realFolderOf(files, name, sourceOf), onProgress, signal);
    },
  };
}
