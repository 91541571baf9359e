import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SamplePixels } from '../../pipeline/sample.ts';
import { useStudio } from '../../store/studio-store.ts';
import { type Side, useSurface } from './explore-state.ts';

/** Position, label and grey value of the pixel under the pointer. */
export function PixelReadout({ side }: { side: Side }) {
  const { t } = useTranslation();
  const hover = useSurface((surface) => surface.hover);
  const pixels = useStudio((state) => state.sample.pixels);
  if (!pixels || hover?.side !== side) return null;
  const { width, data } = pixels.labels;
  const at = hover.y * width + hover.x;
  if (at >= data.length) return null;
  const id = data[at];
  return (
    <div className="readout number" data-testid="pixel-readout" aria-hidden>
      <span>
        x {hover.x} · y {hover.y}
      </span>
      <span>{id === 0 ? t('view.background') : t('view.label', { id })}</span>
      <span>{readValue(pixels, at, t)}</span>
    </div>
  );
}

function readValue({ image, mask }: SamplePixels, at: number, t: TFunction): string {
  const source = image ?? mask;
  const value = [...source.data.subarray(at * source.channels, (at + 1) * source.channels)];
  const grey = value.length < 3 || (value[0] === value[1] && value[1] === value[2]);
  return grey
    ? t('view.grey', { value: value[0] })
    : t('view.rgb', { value: value.slice(0, 3).join(' ') });
}
