import { unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import { type CocoSample, cocoText } from './coco.ts';
import {
  type DatasetHead,
  type DatasetSample,
  manifestText,
  type RejectedSample,
} from './dataset-manifest.ts';
import type { SampleFacts } from './sample-facts.ts';
import type { DatasetFile } from './sample-files.ts';

/** One sample with all that the set needs of it. */
export interface FinishedSample<Recipe> {
  entry: DatasetSample<Recipe>;
  files: DatasetFile[];
  coco: CocoSample;
  facts: SampleFacts;
  /** Class of the sample, for layouts that list classes. */
  classIndex: number | null;
  /** A small PNG of the sample in base64, for the report; null for most. */
  picture: string | null;
}

/** A part of a set: samples, and the candidates that were rejected on the way to them. */
export interface Segment<Recipe> {
  samples: FinishedSample<Recipe>[];
  rejected: RejectedSample<Recipe>[];
}

/** Names of the two lists in a data set. */
export const MANIFEST_NAME = 'dataset.json';
export const COCO_NAME = 'annotations.coco.json';
/** What a part says of its samples beyond a data set. */
const NOTES_NAME = 'notes.json';

async function* each<Value>(values: Iterable<Value>): AsyncGenerator<Value> {
  yield* values;
}

async function textBytes(pieces: AsyncIterable<string>): Promise<Uint8Array> {
  const parts: string[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new TextEncoder().encode(parts.join(''));
}

/**
 * Part of a data set as a ZIP that is a data set by itself.
 * @param fingerprint Of the settings that decide which files there are; another one makes the part unusable.
 */
export async function encodeSegment<Recipe>(
  head: DatasetHead,
  { samples, rejected }: Segment<Recipe>,
  fingerprint: string,
): Promise<Uint8Array> {
  const { plan, ...plain } = head;
  const manifest = manifestText(plain, each(samples.map(({ entry }) => entry)), each(rejected));
  const coco = cocoText(() => each(samples.map((sample) => sample.coco)));
  const files = samples.flatMap((sample) => sample.files);
  const notes = samples.map(({ files, facts, classIndex, picture }) => ({
    files: files.map(({ name }) => name),
    facts,
    classIndex,
    picture,
  }));
  const text = new TextEncoder().encode(JSON.stringify({ fingerprint, samples: notes }));
  return zipSync(
    {
      ...Object.fromEntries(files.map(({ name, data }) => [name, [data, { level: 0 }] as const])),
      [MANIFEST_NAME]: await textBytes(manifest),
      [COCO_NAME]: await textBytes(coco),
      [NOTES_NAME]: text,
    },
    { mtime: new Date(1980, 0, 1) },
  );
}

const manifestSchema = v.object({
  samples: v.array(
    v.object({
      index: v.number(),
      files: v.looseObject({
        mask: v.string(),
        labels: v.string(),
        image: v.nullable(v.string()),
      }),
      recipe: v.unknown(),
    }),
  ),
  rejected: v.array(
    v.object({
      before: v.number(),
      reasons: v.array(
        v.object({
          gate: v.picklist(['cells', 'border', 'coverage', 'intensity']),
          found: v.number(),
          from: v.nullable(v.number()),
          to: v.nullable(v.number()),
        }),
      ),
      recipe: v.unknown(),
    }),
  ),
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
const notesSchema = v.object({
  fingerprint: v.string(),
  samples: v.array(
    v.object({
      files: v.array(v.string()),
      facts: v.object({
        objects: v.array(
          v.object({
            id: v.number(),
            area: v.number(),
            centroid: v.strictTuple([v.number(), v.number()]),
            eccentricity: v.number(),
            intensity: v.nullable(v.number()),
            cluster: v.nullable(v.number()),
            touchesBorder: v.boolean(),
          }),
        ),
        coverage: v.number(),
        intensity: v.nullable(v.number()),
        spots: v.number(),
      }),
      classIndex: v.nullable(v.number()),
      picture: v.nullable(v.string()),
    }),
  ),
});

function read<Schema extends v.GenericSchema>(
  entries: Record<string, Uint8Array>,
  name: string,
  schema: Schema,
): v.InferOutput<Schema> {
  return v.parse(schema, JSON.parse(new TextDecoder().decode(entries[name])));
}

/**
 * A part, in order.
 * @param withFiles False leaves the pixels out (`files` is empty).
 * @returns Null when the bytes are no whole part (its writing was cut short), or one of other settings.
 */
export function decodeSegment(
  bytes: Uint8Array,
  withFiles: boolean,
  fingerprint: string,
): Segment<unknown> | null {
  try {
    const lists = [MANIFEST_NAME, COCO_NAME, NOTES_NAME];
    const entries = unzipSync(bytes, {
      filter: ({ name }) => withFiles || lists.includes(name),
    });
    const { samples, rejected } = read(entries, MANIFEST_NAME, manifestSchema);
    const coco = read(entries, COCO_NAME, cocoSchema);
    const notes = read(entries, NOTES_NAME, notesSchema);
    if (notes.fingerprint !== fingerprint) return null;
    const images = new Map(coco.images.map((image) => [image.id, image]));
    const finished = samples.map((entry, at) => {
      const { files, ...rest } = notes.samples[at];
      return {
        ...rest,
        entry,
        files: withFiles ? filesOf(files, entries) : [],
        coco: {
          image: images.get(entry.index)!,
          annotations: coco.annotations.filter(({ image_id }) => image_id === entry.index),
        },
      };
    });
    return { samples: finished, rejected };
  } catch {
    return null;
  }
}

function filesOf(names: string[], entries: Record<string, Uint8Array>): DatasetFile[] {
  return names.map((name) => {
    if (!entries[name]) throw new Error(`${name} is missing`);
    return { name, data: entries[name] };
  });
}
