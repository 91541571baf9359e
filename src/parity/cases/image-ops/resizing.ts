import { type ResizeValuesOptions, resizeValues } from '../../../imaging/resize-values.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { EXACT, labelsOf, RESIZED, scaledRaw } from './inputs.ts';

/** The goldens hold at most so many rows and columns, from the upper left corner. */
const KEPT = 60;

/** scikit-image's `resize`. */
export function checkResizing(golden: GoldenCase, report: CaseReport): void {
  const image = { ...scaledRaw(golden), channels: 1 };
  const corner = (width: number, height: number, options: ResizeValuesOptions) => {
    const { data } = resizeValues(image, width, height, options);
    const rows = Array.from({ length: Math.min(KEPT, height) }, (_, y) =>
      Array.from(data.subarray(y * width, y * width + KEPT)),
    );
    return rows.flat();
  };
  report.compare('resize.down', corner(64, 52, {}), RESIZED);
  report.compare('resize.down_noaa', corner(64, 52, { antiAliasing: false }), RESIZED);
  report.compare('resize.up', corner(170, 150, {}), RESIZED);
  const labels = labelsOf(golden, 'label8');
  const ids = resizeValues(
    { ...labels, channels: 1, data: Float32Array.from(labels.data) },
    91,
    77,
    {
      interpolation: 'nearest',
      antiAliasing: false,
    },
  );
  report.compare('resize.nearest_lab', ids.data, EXACT);
}
