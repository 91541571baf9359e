import { decodeSegment, type FinishedSample } from '../dataset/dataset-segment.ts';
import { type ExportOptions, fingerprintOf } from '../dataset/export-dataset.ts';
import { smallPicture } from '../dataset/sample-picture.ts';
import type { SegmentStore } from '../dataset/segment-store.ts';
import { decodeLabelPng, decodePng } from '../imaging/decode-png.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { SheetItem, SheetSample } from '../pipeline/sheet-sample.ts';

/** Longest side of a picture on the contact sheet, in pixels. */
const SIDE = 96;

/** The finished samples of one part of an export, with their files. */
export async function readPart(
  segments: SegmentStore,
  part: number,
  options: Pick<ExportOptions<SampleRecipe>, 'gates' | 'layouts' | 'report'>,
): Promise<FinishedSample<SampleRecipe>[]> {
  const bytes = await segments.get(part);
  const segment = bytes && decodeSegment(bytes, true, fingerprintOf(options));
  return (segment?.samples ?? []) as FinishedSample<SampleRecipe>[];
}

function fileOf({ files }: FinishedSample<SampleRecipe>, name: string | null): Uint8Array | null {
  return files.find((file) => file.name === name)?.data ?? null;
}

/** The sample on a contact sheet; null when its files are not there. */
export function sheetItem(sample: FinishedSample<SampleRecipe>): SheetItem | null {
  const { index, recipe, files } = sample.entry;
  const bytes = fileOf(sample, files.image) ?? fileOf(sample, files.mask);
  if (!bytes) return null;
  const picture = smallPicture(decodePng(bytes).image, SIDE);
  return { index, recipe, picture, cells: sample.facts.objects.length };
}

/** The sample in full; null when its files are not there. */
export function sheetSample(sample: FinishedSample<SampleRecipe>): SheetSample | null {
  const { index, recipe, files } = sample.entry;
  const [mask, labels, image] = [files.mask, files.labels, files.image].map((name) =>
    fileOf(sample, name),
  );
  if (!mask || !labels) return null;
  return {
    index,
    recipe,
    mask: decodePng(mask).image,
    labels: decodeLabelPng(labels),
    image: image && decodePng(image).image,
  };
}
