import type { Precision } from '../../checkpoints/bundle/encode-weight.ts';
import type { Pix2PixHdManifest } from '../../checkpoints/bundle/manifest.ts';
import type { NpzFile } from '../../checkpoints/npz.ts';
import type { SafetensorsTensor } from '../../checkpoints/safetensors.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { loadPix2PixHd, type Pix2PixHd } from '../../nn/pix2pixhd/load-pix2pixhd.ts';
import {
  encodeFeatures,
  type RenderRequest,
  renderImage,
  toPixels,
} from '../../nn/pix2pixhd/render-image.ts';
import { featuresOfClusters } from '../../nn/pix2pixhd/style-clusters.ts';
import type { CaseReport } from '../case-report.ts';
import { greyImageOf, imageOfPlanes, instanceMapOf } from '../cases/pix2pixhd/layout.ts';
import { compareLevels } from './compare-levels.ts';

/** One reference image: its name in the archive and what it is made from. */
interface Reference {
  output: string;
  request: RenderRequest;
}

function tensorOf(reference: NpzFile, name: string): SafetensorsTensor {
  const { shape, data } = reference.numbers(name);
  return { dtype: 'F32', shape, data: Float32Array.from(data) };
}

/** `[instance, cluster]` rows as a map. */
function clusterChoice(reference: NpzFile, name: string): Map<number, number> {
  const { data } = reference.numbers(name);
  const rows = Array.from({ length: data.length / 2 }, (_, i) => i * 2);
  return new Map(rows.map((at) => [Number(data[at]), Number(data[at + 1])]));
}

/** References made from a label map and styles: `*_label`, `*_inst`, `*_cluster_ids`, `*_image`. */
async function styledReferences(
  model: Pix2PixHd,
  manifest: Pix2PixHdManifest,
  reference: NpzFile,
  prefix: string,
): Promise<Reference[]> {
  const labels = greyImageOf(tensorOf(reference, `${prefix}_label`));
  const instances = instanceMapOf(tensorOf(reference, `${prefix}_inst`));
  const chosen = clusterChoice(reference, `${prefix}_cluster_ids`);
  const clusters = featuresOfClusters(chosen, manifest.styleClusters ?? {});
  const image = imageOfPlanes(tensorOf(reference, `${prefix}_image`));
  const encoded = await encodeFeatures(model, image, instances);
  return [
    { output: `${prefix}_G_output_clusters`, request: { labels, instances, features: clusters } },
    { output: `${prefix}_G_output_encoded`, request: { labels, instances, features: encoded } },
  ];
}

/** A reference made from an image of -1 and 1: `*_input`. */
function paintedReference(reference: NpzFile, prefix: string): Reference {
  const labels = toPixels(imageOfPlanes(tensorOf(reference, `${prefix}_input`)));
  return { output: `${prefix}_output`, request: { labels, instances: null, features: null } };
}

async function referencesOf(
  model: Pix2PixHd,
  manifest: Pix2PixHdManifest,
  reference: NpzFile,
): Promise<Reference[]> {
  const names = reference.names();
  const withSuffix = (suffix: string) =>
    names.filter((name) => name.endsWith(suffix)).map((name) => name.slice(0, -suffix.length));
  const styled: Reference[] = [];
  for (const prefix of withSuffix('_cluster_ids')) {
    styled.push(...(await styledReferences(model, manifest, reference, prefix)));
  }
  const painted = withSuffix('_input').map((prefix) => paintedReference(reference, prefix));
  return [...styled, ...painted];
}

/** Makes every reference image of a pix2pixHD checkpoint and compares the grey levels. */
export async function checkPix2PixHdReference(
  manifest: Pix2PixHdManifest,
  weights: TensorSource,
  reference: NpzFile,
  report: CaseReport,
  precision: Precision,
): Promise<void> {
  const model = loadPix2PixHd(manifest.config, weights);
  try {
    for (const { output, request } of await referencesOf(model, manifest, reference)) {
      const expected = toPixels(imageOfPlanes(tensorOf(reference, output)));
      const made = toPixels(await renderImage(model, request));
      compareLevels(report, output, made.data, expected.data, precision);
    }
  } finally {
    model.dispose();
  }
}
