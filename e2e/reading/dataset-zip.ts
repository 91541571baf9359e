import { decode } from 'fast-png';
import { unzipSync } from 'fflate';

/** A PNG as the tests compare it. */
export interface PngPixels {
  width: number;
  height: number;
  depth: number;
  channels: number;
  data: ArrayLike<number>;
}

/** Files of a ZIP by name, read with a library that the application does not write with. */
export function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)));
}

/** The JSON file `name` of a ZIP. */
export function readJson<T>(files: Map<string, Uint8Array>, name: string): T {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`${name} is not in the ZIP: ${[...files.keys()].join(', ')}`);
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}

/** The PNG `name` of a ZIP. */
export function readPng(files: Map<string, Uint8Array>, name: string): PngPixels {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`${name} is not in the ZIP`);
  const png = decode(bytes);
  return {
    width: png.width,
    height: png.height,
    depth: png.depth,
    channels: png.channels,
    data: png.data,
  };
}

/** Largest difference between two pixel arrays of one length. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
  return largest;
}

/** The parts of `dataset.json` that the tests look at. */
export interface ReadManifest {
  bundles: { name: string; sha256: string }[];
  samples: {
    files: {
      mask: string;
      labels: string;
      image: string | null;
      spots?: string;
      spotTable?: string;
    };
    recipe: { seed: number; classIndex: number | null; maskModel: { sha256: string } };
  }[];
}

/** What a plan adds by choice: the report, and other layouts. */
const BESIDES = /^(report\.html|objects\.csv|(cellpose|pix2pixhd|pix2pixhd-labels|stylegan)\/.*)$/;

/** A data set's files and manifest. @throws Error unless the ZIP holds just what its manifest lists. */
export function readDataset(zip: Uint8Array): {
  files: Map<string, Uint8Array>;
  manifest: ReadManifest;
} {
  const files = unzip(zip);
  const manifest = readJson<ReadManifest>(files, 'dataset.json');
  const coco = readJson<{ images: unknown[] }>(files, 'annotations.coco.json');
  const listed = manifest.samples.flatMap(({ files }) =>
    Object.values(files).filter((name) => name !== null),
  );
  const expected = ['annotations.coco.json', 'dataset.json', ...listed].sort();
  const found = [...files.keys()].filter((name) => !BESIDES.test(name)).sort();
  if (found.join() !== expected.join()) {
    throw new Error(`the manifest lists ${expected.join()}, the ZIP holds ${found.join()}`);
  }
  if (coco.images.length !== manifest.samples.length) {
    throw new Error(`${coco.images.length} COCO images of ${manifest.samples.length} samples`);
  }
  for (const name of listed) if (name.endsWith('.png')) readPng(files, name);
  return { files, manifest };
}
