import type { BackendInfo } from '../../pipeline/generation-service.ts';
import { describeChoice } from '../../segmentation/describe-choice.ts';
import { parameterValues } from '../../segmentation/parameter-values.ts';
import type { AnnotatedImage } from '../../segmentation/read-annotated-image.ts';
import type { SegmenterChoice } from '../../segmentation/segmentation-session.ts';
import { APP_VERSION } from '../../version.ts';

/** Changes whenever an algorithm or a score changes within a version, so that no old result is taken for a new one. */
const REVISION = 1;

async function hashOf(part: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', part);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What an outcome depends on, as text: the pixels and the truth, the algorithm with all its parameters, the weights,
 * the backend and the version.
 * @throws CytoForgeError `bad-option` for a parameter out of its range.
 */
export async function outcomeKey(
  { image, truth }: AnnotatedImage,
  { method, pipeline, weights, values }: SegmenterChoice,
  { backend }: Pick<BackendInfo, 'backend'>,
): Promise<string> {
  const description = describeChoice({ method, pipeline });
  const all = description ? parameterValues(description, values) : values;
  const { width, height, channels, largestValue } = image;
  const pixels = await hashOf(image.data as Float32Array<ArrayBuffer>);
  const objects = await hashOf(truth.data as Uint16Array<ArrayBuffer>);
  return JSON.stringify([
    ...[APP_VERSION, REVISION, backend, width, height, channels, largestValue, pixels, objects],
    description?.usesPixelSize ? image.micronsPerPixel : null,
    ...[method, weights, pipeline ?? null, all],
  ]);
}
