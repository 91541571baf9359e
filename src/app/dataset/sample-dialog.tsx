import { ChevronLeft, ChevronRight, LayoutDashboard } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { labelColours } from '../../imaging/label-colours.ts';
import type { SheetSample } from '../../pipeline/sheet-sample.ts';
import type { SheetSource } from '../../store/dataset-slice.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { StudioDialog } from '../controls/studio-dialog.tsx';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';

/** One sample of a set in full, its neighbours, and the way to its recipe. */
export function SampleDialog(props: {
  source: SheetSource;
  set: string;
  index: number;
  count: number;
  onIndex(index: number | null): void;
}) {
  const { source, index, count } = props;
  const { t } = useTranslation();
  const [sample, setSample] = useState<SheetSample | null>(null);
  useEffect(() => {
    let isWanted = true;
    void useStudio
      .getState()
      .sheetSample(source, index)
      .then((found) => {
        if (isWanted) setSample(found);
      });
    return () => {
      isWanted = false;
    };
  }, [source, index]);

  const open = () => {
    if (!sample) return;
    const { openRecipe, openWorkspace } = useStudio.getState();
    openWorkspace('explore');
    void openRecipe(sample.recipe);
  };
  return (
    <StudioDialog
      open
      wide
      title={t('dataset.sampleTitle', { number: index + 1 })}
      testId="sample-dialog"
      onOpenChange={(isOpen) => !isOpen && props.onIndex(null)}
    >
      <div className="dialog-body">
        {sample ? <SampleViews sample={sample} /> : <div className="sample-views waiting" />}
      </div>
      <footer className="dialog-foot spread">
        <span className="sample-steps">
          <IconButton
            label={t('dataset.previous')}
            icon={<ChevronLeft />}
            disabled={index === 0}
            onClick={() => props.onIndex(index - 1)}
          />
          <IconButton
            label={t('dataset.next')}
            icon={<ChevronRight />}
            disabled={index >= count - 1}
            onClick={() => props.onIndex(index + 1)}
          />
        </span>
        <button
          type="button"
          className="button primary"
          data-testid="open-recipe"
          disabled={!sample}
          onClick={open}
        >
          <LayoutDashboard aria-hidden />
          {t('dataset.openInExplore')}
        </button>
      </footer>
    </StudioDialog>
  );
}

function SampleViews({ sample }: { sample: SheetSample }) {
  const { t } = useTranslation();
  const colours = useMemo(() => labelColours(sample.labels), [sample]);
  const { recipe } = sample;
  const cells = useMemo(() => new Set(sample.labels.data).size - 1, [sample]);
  const { width, height } = sample.mask;
  return (
    <>
      <div className="sample-views" data-testid="sample-views">
        <PixelCanvas image={sample.image ?? sample.mask} label={t('view.image')} />
        <PixelCanvas image={colours} label={t('view.labels')} />
      </div>
      <dl className="sample-facts number">
        <div>
          <dt>{t('latent.seed')}</dt>
          <dd>{recipe.seed}</dd>
        </div>
        <div>
          <dt>{t('dataset.gateCells')}</dt>
          <dd>{Math.max(0, cells)}</dd>
        </div>
        <div>
          <dt>{t('latent.psi')}</dt>
          <dd>{recipe.psi.toFixed(2)}</dd>
        </div>
        <div>
          <dt>{t('dataset.size')}</dt>
          <dd>
            {width} × {height}
          </dd>
        </div>
        {recipe.edits && (
          <div>
            <dt>{t('dataset.editedBy')}</dt>
            <dd>{t('dataset.yes')}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
