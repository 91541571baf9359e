import { type MouseEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stretchLevels } from '../../imaging/stretch-levels.ts';
import type { StyleTaking } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { labelCss } from '../stage/label-css.ts';
import { outlinesOf } from '../stage/outlines.ts';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';

/** Of the preview on the page, in CSS pixels: tall images become narrow. */
const LARGEST_HEIGHT = 280;

/** A person's image with the cells found in it; a click takes the style of a cell. */
export function StylePreview({ shown }: { shown: NonNullable<StyleTaking['shown']> }) {
  const { t } = useTranslation();
  const { image, labels, name } = shown.image;
  const [under, setUnder] = useState(0);
  const stretched = useMemo(() => stretchLevels(image), [image]);
  const outlines = useMemo(
    () =>
      [...outlinesOf(labels)].map(([id, path]) => (
        <path key={id} d={path} className="outline" stroke={labelCss(id)} />
      )),
    [labels],
  );
  const labelAt = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = Math.floor(((event.clientX - box.left) / box.width) * labels.width);
    const y = Math.floor(((event.clientY - box.top) / box.height) * labels.height);
    return labels.data[y * labels.width + x] ?? 0;
  };
  const take = (id: number) => {
    const style = shown.styleOf[id];
    if (id === 0 || style === undefined) return;
    const { pickedInstance, setInstanceStyle, updateView, view } = useStudio.getState();
    if (pickedInstance !== null) setInstanceStyle(pickedInstance, style);
    else updateView({ style: { ...view.style, mode: 'cluster', cluster: style } });
  };
  const aspectRatio = image.width / image.height;
  const cells = t('view.cells', { count: outlines.length });
  return (
    // The styles below are the same choice for the keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className="style-preview"
      style={{ aspectRatio, maxWidth: `${aspectRatio * LARGEST_HEIGHT}px` }}
      data-testid="style-preview"
      title={t('style.previewHint')}
      onPointerMove={(event) => setUnder(labelAt(event))}
      onPointerLeave={() => setUnder(0)}
      onClick={(event) => take(labelAt(event))}
    >
      <PixelCanvas image={stretched} label={`${name}, ${cells}`} smooth />
      <svg viewBox={`0 0 ${labels.width} ${labels.height}`} aria-hidden>
        {outlines}
        {under !== 0 && <path className="mark hovered" d={outlinesOf(labels).get(under)} />}
      </svg>
    </div>
  );
}
