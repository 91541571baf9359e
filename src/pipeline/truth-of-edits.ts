import type { ByteImage, LabelImage } from '../imaging/image.ts';
import { instanceStatistics } from '../imaging/instance-statistics.ts';
import { decodeRuns, encodeRuns } from '../imaging/label-runs.ts';
import { maskFromLabels } from '../imaging/mask-from-labels.ts';
import { resizeLabelImage, resizePillow } from '../imaging/pillow-resize.ts';
import type { Truth } from './make-truth.ts';
import type { MaskEdits, SizeRecipe } from './recipe.ts';

/** An edited label map as the recipe keeps it. */
export function editsOfLabels(labels: LabelImage, nuclei: ByteImage | null): MaskEdits {
  const { width, height, data } = labels;
  const hasNuclei = nuclei?.data.some((here) => here !== 0);
  return {
    width,
    height,
    labels: encodeRuns(data),
    nuclei:
      nuclei && hasNuclei ? encodeRuns(nuclei.data.map((here) => (here === 0 ? 0 : 1))) : null,
  };
}

/**
 * The pixels of edits: ids as they were given, so that they may have gaps, and nuclei (0 or 1), null without any.
 * @throws CytoForgeError `bad-image` for runs that are not the map's.
 */
export function labelsOfEdits(edits: MaskEdits): { labels: LabelImage; nuclei: ByteImage | null } {
  const { width, height } = edits;
  const pixels = width * height;
  const nuclei = edits.nuclei === null ? null : decodeRuns(edits.nuclei, pixels);
  return {
    labels: { width, height, data: decodeRuns(edits.labels, pixels) },
    nuclei: nuclei && { width, height, channels: 1, data: Uint8Array.from(nuclei) },
  };
}

/**
 * The truth of an edited sample, at the recipe's size.
 * @throws CytoForgeError `bad-image` for runs that are not the map's.
 */
export function truthOfEdits(edits: MaskEdits, { width, height }: SizeRecipe): Truth {
  const { labels: edited, nuclei: editedNuclei } = labelsOfEdits(edits);
  const isSize = edited.width === width && edited.height === height;
  const labels = isSize ? edited : resizeLabelImage(edited, width, height);
  const nuclei =
    isSize || !editedNuclei ? editedNuclei : resizePillow(editedNuclei, width, height, 'nearest');
  return {
    mask: maskFromLabels(labels, nuclei),
    labels,
    nuclei,
    instances: instanceStatistics(labels),
  };
}
