import { Plus, Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { StageMessage } from '../explore/stage-message.tsx';
import { addCluster, addScatter, takeFiveClusters } from './spot-actions.ts';

/** What a panel says when it has nothing to show, or there are no spots yet. */
export function SpotsMessage({ side, hasLayer }: { side: 'left' | 'right'; hasLayer: boolean }) {
  const { t } = useTranslation();
  const pixels = useStudio((state) => state.sample.pixels);
  const failed = useStudio((state) => state.sample.status === 'failed');
  const hasSpots = useStudio((state) => state.view.spots !== null);
  if (!pixels || failed) return <StageMessage side={side} />;
  if (!hasSpots && side === 'left') return <SpotsWelcome />;
  if (hasLayer) return null;
  return (
    <div className="stage-message quiet">
      <p>{t('spots.noLayer')}</p>
    </div>
  );
}

/** The empty state: what spots are for, and the ways to the first ones. */
function SpotsWelcome() {
  const { t } = useTranslation();
  return (
    <div className="stage-message spots-welcome" data-testid="spots-empty">
      <div className="spots-welcome-card">
        <h2>{t('spots.emptyTitle')}</h2>
        <p>{t('spots.emptyText')}</p>
        <div className="spots-welcome-ways">
          <button
            type="button"
            className="button primary"
            data-testid="empty-preset"
            onClick={takeFiveClusters}
          >
            <Sparkles aria-hidden />
            {t('spots.fiveClusters')}
          </button>
          <button type="button" className="button" onClick={() => addScatter('cells')}>
            {t('spots.strewInCells')}
          </button>
          <button type="button" className="button" onClick={() => addCluster()}>
            <Plus aria-hidden />
            {t('spots.addCluster')}
          </button>
        </div>
        <p className="hint">{t('spots.emptyHint')}</p>
      </div>
    </div>
  );
}
