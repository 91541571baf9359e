import type { ModelManifest } from '../../checkpoints/bundle/manifest.ts';
import type { NpzFile } from '../../checkpoints/npz.ts';
import type { ReferenceArrays } from '../../checkpoints/reference/reference-arrays.ts';
import type { ReferenceCase } from '../../checkpoints/reference/reference-cases.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { toPixels } from '../../nn/pix2pixhd/render-image.ts';
import { toGreyLevels } from '../../nn/stylegan/draw-masks.ts';

/** References as the project's Python scripts dump them, on their way into a bundle. */
export interface OriginalReference extends ReferenceArrays {
  cases: ReferenceCase[];
}

const IMAGE = /^img_(\d+)_([\d.]+)(?:_rot([-\d.]+)_tx([-\d.]+)_ty([-\d.]+))?$/;

function maskCase(name: string): ReferenceCase[] {
  const found = IMAGE.exec(name);
  if (!found) return [];
  const [seed, psi, rotateDegrees = 0, translateX = 0, translateY = 0] = found
    .slice(1)
    .map((text) => (text === undefined ? undefined : Number(text))) as number[];
  const transform = { translateX, translateY, rotateDegrees };
  return [{ kind: 'mask', name, seed, psi, classIndex: null, transform, output: name }];
}

/** `*_label`, `*_inst`, `*_cluster_ids`, `*_image`: made once from clusters and once from the encoder's styles. */
function styledCases(prefix: string, npz: NpzFile): ReferenceCase[] {
  const maps = { labels: `${prefix}_label`, instances: `${prefix}_inst` };
  const { data } = npz.numbers(`${prefix}_cluster_ids`);
  const clusters = Array.from({ length: data.length / 2 }, (_, i): [number, number] => [
    Number(data[2 * i]),
    Number(data[2 * i + 1]),
  ]);
  const made = (name: string) => ({ name, output: name });
  return [
    { kind: 'clusters', ...made(`${prefix}_G_output_clusters`), ...maps, clusters },
    { kind: 'encoded', ...made(`${prefix}_G_output_encoded`), ...maps, image: `${prefix}_image` },
  ];
}

function imageCases(npz: NpzFile): ReferenceCase[] {
  return npz.names().flatMap((name): ReferenceCase[] => {
    const styled = /^(.*)_cluster_ids$/.exec(name)?.[1];
    if (styled !== undefined) return styledCases(styled, npz);
    const painted = /^(.*)_input$/.exec(name)?.[1];
    if (painted === undefined) return [];
    const output = `${painted}_output`;
    return [{ kind: 'labels', name: output, labels: name, output }];
  });
}

/** What went in was 8-bit once; what came out is written as the original's own programs write it. */
function levelsOf(name: string, isMask: boolean): (image: FloatImage) => Uint8Array {
  if (/_(image|input)$/.test(name)) {
    return ({ data }) => Uint8Array.from(data, (value) => Math.round((value + 1) * 127.5));
  }
  return (image) => (isMask ? toGreyLevels(image) : toPixels(image)).data;
}

/**
 * What the original made, by the names that its scripts give the arrays: `img_SEED_PSI` (with
 * `_rotDEGREES_txX_tyY`) of a StyleGAN; `P_label`, `P_inst`, `P_image`, `P_cluster_ids`, `P_G_output_clusters`,
 * `P_G_output_encoded`, or `P_input` and `P_output`, of pix2pixHD. Other arrays are passed over.
 */
export function originalReference(
  { architecture }: Pick<ModelManifest, 'architecture'>,
  npz: NpzFile,
): OriginalReference {
  const isMask = architecture !== 'pix2pixhd';
  const cases = isMask ? npz.names().flatMap(maskCase) : imageCases(npz);
  return {
    cases,
    numbers(name) {
      const { shape, data } = npz.numbers(name);
      const numbers = Float32Array.from(data, Number);
      if (/_(label|inst)$/.test(name)) return { shape: shape.slice(-2), data: numbers };
      const [channels, height, width] = shape.slice(-3);
      // Levels do not depend on the layout: one tall plane stands for all channels.
      const tall = { width, height: height * channels, channels: 1, data: numbers };
      return { shape: [channels, height, width], data: levelsOf(name, isMask)(tall) };
    },
  };
}
