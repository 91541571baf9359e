import { encodeGreyPng } from '../../imaging/encode-png.ts';
import type { DatasetFile, SampleImages } from '../sample-files.ts';

/** `00000/img00000042.png`, as the original's `dataset_tool.py` names them. */
export function styleGanName(index: number): string {
  const number = String(index).padStart(8, '0');
  return `${number.slice(0, 5)}/img${number}.png`;
}

/** The mask, in the folder that StyleGAN's `--data` takes. */
export function styleGanFiles(index: number, { mask }: SampleImages): DatasetFile[] {
  return [{ name: `stylegan/${styleGanName(index)}`, data: encodeGreyPng(mask) }];
}

/**
 * `dataset.json` of a StyleGAN folder: a class for every image, or null when one has none.
 * @param classes Starts from the first sample; asked twice.
 */
export async function* styleGanLabels(
  classes: () => AsyncIterable<{ index: number; classIndex: number | null }>,
): AsyncGenerator<string> {
  for await (const { classIndex } of classes()) {
    if (classIndex !== null) continue;
    yield '{"labels": null}\n';
    return;
  }
  yield '{"labels": [';
  let separator = '\n';
  for await (const { index, classIndex } of classes()) {
    yield separator + JSON.stringify([styleGanName(index), classIndex]);
    separator = ',\n';
  }
  yield '\n]}\n';
}
