import { binarise } from '../../../imaging/binarise.ts';
import { decodeLabelPng, decodePng } from '../../../imaging/decode-png.ts';
import { dither } from '../../../imaging/dither.ts';
import { dropAlpha } from '../../../imaging/drop-alpha.ts';
import { luminance } from '../../../imaging/luminance.ts';
import { toGrey } from '../../../imaging/to-grey.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { EXACT, imageOf, THRESHOLD, truth } from './inputs.ts';

/** What Pillow reads and makes of the case's PNG files. */
export async function checkFiles(golden: GoldenCase, report: CaseReport): Promise<void> {
  const read = (name: string) => golden.folder.read(name);
  const { image } = decodePng(await read('05_rgb.png'));
  report.compare('pil.rgb', image.data, EXACT);
  const grey = toGrey(image);
  report.compare('pil.L', grey.data, EXACT);
  const bright = binarise(grey, 241);
  report.compare('pil.gt240', truth(bright), EXACT);
  report.compare('pil.point_gt240_255', bright.data, EXACT);
  const dark = binarise(grey, 240).data.map((level) => (level ? 0 : 1));
  report.compare('pil.lt240', dark, EXACT);
  report.compare('pil.L_to_1_dither', truth(dither(grey)), EXACT);
  const opaque = imageOf(golden, 'pil.rgba');
  report.compare('pil.rgba_to_rgb', dropAlpha(opaque).data, EXACT);
  report.compare('pil.rgba_to_L', toGrey(opaque).data, EXACT);
  const scaled = { ...image, data: Float32Array.from(image.data, (level) => level / 255) };
  report.compare('skimage.rgb2gray', luminance(scaled), THRESHOLD);
  report.compare('gray16', decodeLabelPng(await read('05_gray16.png')).data, EXACT);
}
