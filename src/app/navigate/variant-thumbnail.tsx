import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { type Variant, variantKey } from '../../store/variants-slice.ts';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';

/** The mask of a sample beside the one in view; a click takes it. */
export const VariantThumbnail = memo(function VariantThumbnail(props: {
  variant: Variant;
  /** What a click does, for assistive technology. */
  label: string;
  /** Below the picture. */
  caption: string;
  current: boolean;
  testId: string;
  onTake(variant: Variant): void;
}) {
  const { t } = useTranslation();
  const key = variantKey(props.variant);
  const status = useStudio((state) => state.variants.get(key)?.status ?? 'waiting');
  const image = useStudio((state) => state.variants.get(key)?.image ?? null);
  return (
    <div className="thumb" data-selected={props.current}>
      <button
        type="button"
        className="thumb-image"
        data-testid={props.testId}
        data-status={status}
        aria-current={props.current}
        aria-label={props.label}
        onClick={() => props.onTake(props.variant)}
      >
        {image && <PixelCanvas image={image} label="" smooth />}
        {status === 'failed' && (
          <span className="thumb-failed" title={t('grid.failed')}>
            <TriangleAlert aria-hidden />
          </span>
        )}
      </button>
      <span className="thumb-seed number" aria-hidden>
        {props.caption}
      </span>
    </div>
  );
});
