import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetItem } from '../../pipeline/sheet-sample.ts';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';

/** One place of the contact sheet: empty until its sample is made. */
export const SheetCell = memo(
  function SheetCell(props: {
    index: number;
    item: SheetItem | null;
    isDone: boolean;
    style: { width: number; transform: string };
    onOpen(index: number): void;
  }) {
    const { index, item, isDone } = props;
    const { t } = useTranslation();
    const seed = item?.recipe.seed;
    return (
      <li className="sheet-cell" style={props.style} data-edited={item?.recipe.edits != null}>
        <button
          type="button"
          className="thumb-image"
          disabled={!isDone}
          data-testid={`sheet-${index}`}
          data-status={item ? 'done' : 'waiting'}
          aria-label={
            seed === undefined
              ? t('dataset.place', { number: index + 1 })
              : t('dataset.showSample', { number: index + 1, seed })
          }
          onClick={() => props.onOpen(index)}
        >
          {item && <PixelCanvas image={item.picture} label="" smooth />}
        </button>
        <span className="sheet-caption number" aria-hidden>
          {seed ?? ''}
        </span>
      </li>
    );
  },
  (a, b) =>
    a.item === b.item &&
    a.isDone === b.isDone &&
    a.style.width === b.style.width &&
    a.style.transform === b.style.transform,
);
