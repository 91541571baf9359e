import { isSegmenterArchitecture } from '../segmenters/segmenter-formats.ts';
import type { ModelManifest, SegmenterManifest } from './manifest.ts';

/** Whether a model segments images. */
export function isSegmenterManifest(manifest: ModelManifest): manifest is SegmenterManifest {
  return isSegmenterArchitecture(manifest.architecture);
}
