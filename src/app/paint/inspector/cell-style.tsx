import { ImageUp, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { styleCount } from '../../../store/recipe-of-view.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import { ClusterPicker } from '../../explore/cluster-picker.tsx';
import { StyleSource } from '../../explore/style-source.tsx';
import { useChosenModels } from '../../explore/use-defaults.ts';

/** Gives cells a style of their own, or the sample's again (null); one change of the view. */
function styleCells(ids: readonly number[], cluster: number | null): void {
  const { view, updateView } = useStudio.getState();
  const byInstance = { ...view.style.byInstance };
  for (const id of ids) {
    if (cluster === null) delete byInstance[id];
    else byInstance[id] = cluster;
  }
  updateView({ style: { ...view.style, byInstance } });
}

/** The style of the selected cells: a cluster, or that of a cell in a person's image. */
export function CellStyle({ selection }: { selection: readonly number[] }) {
  const { t } = useTranslation();
  const style = useStudio((state) => state.view.style);
  const instances = useStudio((state) => state.sample.pixels?.instances);
  const { image } = useChosenModels();
  if (!image) return <p className="hint">{t('style.noModel')}</p>;
  const own = style.byInstance[selection[0]];
  const byRule = instances?.find(({ id }) => id === selection[0])?.cluster ?? null;
  const hasOwn = selection.some((id) => style.byInstance[id] !== undefined);
  return (
    <div className="paint-style">
      <div className="control-row">
        <span className="control-label">{t('paint.cell.style')}</span>
        <span className="paint-style-rule">
          <small>{t(hasOwn ? 'style.ownStyle' : 'style.byRule')}</small>
          {hasOwn && (
            <IconButton
              small
              label={t('paint.cell.styleReset')}
              icon={<RotateCcw />}
              onClick={() => styleCells(selection, null)}
            />
          )}
        </span>
      </div>
      {styleCount(image.manifest, style.palette) > 0 ? (
        <ClusterPicker
          label={t('paint.cell.style')}
          value={own ?? byRule}
          testIdPrefix="paint-cluster"
          small
          onChange={(cluster) => styleCells(selection, cluster)}
        />
      ) : (
        <p className="hint">{t('style.noClusters')}</p>
      )}
      <details className="paint-details">
        <summary>
          <ImageUp aria-hidden />
          {t('paint.cell.styleTake')}
        </summary>
        <StyleSource model={image} />
      </details>
    </div>
  );
}
