import { unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import { type CocoSample, cocoText } from './coco.ts';
import { type DatasetHead, type DatasetSample, manifestText } from './dataset-manifest.ts';
import type { DatasetFile } from './sample-files.ts';

/** One sample with all that the set needs of it. */
export interface FinishedSample<Recipe> {
  entry: DatasetSample<Recipe>;
  files: DatasetFile[];
  coco: CocoSample;
}

/** Names of the two lists in a data set. */
export const MANIFEST_NAME = 'dataset.json';
export const COCO_NAME = 'annotations.coco.json';

async function* each<Value>(values: Iterable<Value>): AsyncGenerator<Value> {
  yield* values;
}

async function textBytes(pieces: AsyncIterable<string>): Promise<Uint8Array> {
  const parts: string[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new TextEncoder().encode(parts.join(''));
}

/** Part of a data set as a ZIP that is a data set by itself. */
export async function encodeSegment<Recipe>(
  head: DatasetHead,
  samples: readonly FinishedSample<Recipe>[],
): Promise<Uint8Array> {
  const manifest = manifestText(head, each(samples.map(({ entry }) => entry)));
  const coco = cocoText(() => each(samples.map((sample) => sample.coco)));
  const files = samples.flatMap((sample) => sample.files);
  return zipSync(
    {
      ...Object.fromEntries(files.map(({ name, data }) => [name, [data, { level: 0 }] as const])),
      [MANIFEST_NAME]: await textBytes(manifest),
      [COCO_NAME]: await textBytes(coco),
    },
    { mtime: new Date(1980, 0, 1) },
  );
}

const namesSchema = v.object({
  mask: v.string(),
  labels: v.string(),
  image: v.nullable(v.string()),
  spots: v.optional(v.string()),
  spotTable: v.optional(v.string()),
});
const manifestSchema = v.object({
  samples: v.array(v.object({ index: v.number(), files: namesSchema, recipe: v.unknown() })),
});
const annotationSchema = v.object({
  image_id: v.number(),
  category_id: v.literal(1),
  instance_id: v.number(),
  area: v.number(),
  bbox: v.strictTuple([v.number(), v.number(), v.number(), v.number()]),
  iscrowd: v.literal(0),
  segmentation: v.object({
    size: v.strictTuple([v.number(), v.number()]),
    counts: v.array(v.number()),
  }),
});
const cocoSchema = v.object({
  images: v.array(
    v.object({ id: v.number(), file_name: v.string(), width: v.number(), height: v.number() }),
  ),
  annotations: v.array(annotationSchema),
});

function read<Schema extends v.GenericSchema>(
  entries: Record<string, Uint8Array>,
  name: string,
  schema: Schema,
): v.InferOutput<Schema> {
  return v.parse(schema, JSON.parse(new TextDecoder().decode(entries[name])));
}

/**
 * The samples of a part, in order.
 * @param withFiles False leaves the pixels out (`files` is empty).
 * @returns Null when the bytes are no whole part: its writing was cut short.
 */
export function decodeSegment(
  bytes: Uint8Array,
  withFiles: boolean,
): FinishedSample<unknown>[] | null {
  try {
    const lists = [MANIFEST_NAME, COCO_NAME];
    const entries = unzipSync(bytes, {
      filter: ({ name }) => withFiles || lists.includes(name),
    });
    const { samples } = read(entries, MANIFEST_NAME, manifestSchema);
    const coco = read(entries, COCO_NAME, cocoSchema);
    const images = new Map(coco.images.map((image) => [image.id, image]));
    return samples.map((entry) => ({
      entry,
      files: withFiles ? filesOf(entry, entries) : [],
      coco: {
        image: images.get(entry.index)!,
        annotations: coco.annotations.filter(({ image_id }) => image_id === entry.index),
      },
    }));
  } catch {
    return null;
  }
}

function filesOf(
  { files }: DatasetSample<unknown>,
  entries: Record<string, Uint8Array>,
): DatasetFile[] {
  const { mask, labels, image, spots, spotTable } = files;
  const names = [mask, labels, image, spots, spotTable].filter((name) => typeof name === 'string');
  return names.map((name) => {
    if (!entries[name]) throw new Error(`${name} is missing`);
    return { name, data: entries[name] };
  });
}
