import {
  CircleDashed,
  Columns2,
  Dices,
  Plus,
  Redo2,
  Sparkles,
  Spline,
  Trash2,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { redoSpots, undoSpots, useSpotHistory } from './edit-spots.ts';
import { addCluster, clearSpots, drawAnew, takeFiveClusters } from './spot-actions.ts';
import { setSpotsSurface, useSpotsSurface } from './spots-surface.ts';

/** What can be done, and how it is looked at. */
export function SpotsBar() {
  const { t } = useTranslation();
  const hasSpots = useStudio((state) => state.view.spots !== null);
  const past = useSpotHistory(({ history }) => history.past.length);
  const future = useSpotHistory(({ history }) => history.future.length);
  return (
    <div className="spots-bar" role="toolbar" aria-label={t('spots.bar')}>
      <button
        type="button"
        className="button small"
        data-testid="add-cluster"
        onClick={() => addCluster()}
      >
        <Plus aria-hidden />
        {t('spots.addCluster')}
      </button>
      <button
        type="button"
        className="button small quiet spots-preset"
        aria-label={t('spots.fiveClusters')}
        data-testid="five-clusters"
        title={t('spots.fiveClustersHint')}
        onClick={takeFiveClusters}
      >
        <Sparkles aria-hidden />
        <span>{t('spots.fiveClusters')}</span>
      </button>
      <i className="spots-bar-line" aria-hidden />
      <IconButton
        small
        label={t('spots.undo')}
        keys="Ctrl Z"
        icon={<Undo2 />}
        disabled={past === 0}
        data-testid="spots-undo"
        onClick={undoSpots}
      />
      <IconButton
        small
        label={t('spots.redo')}
        keys="Ctrl ⇧ Z"
        icon={<Redo2 />}
        disabled={future === 0}
        data-testid="spots-redo"
        onClick={redoSpots}
      />
      <IconButton
        small
        label={t('spots.drawAnew')}
        icon={<Dices />}
        disabled={!hasSpots}
        data-testid="spots-reroll"
        onClick={drawAnew}
      />
      <IconButton
        small
        label={t('spots.clear')}
        icon={<Trash2 />}
        disabled={!hasSpots}
        data-testid="spots-clear"
        onClick={clearSpots}
      />
      <span className="spots-grow" />
      <Toggle of="marks" keys="M" icon={<CircleDashed />} />
      <Toggle of="outlines" keys="O" icon={<Spline />} />
      <Toggle of="sideBySide" keys="S" icon={<Columns2 />} />
    </div>
  );
}

function Toggle(props: { of: 'marks' | 'outlines' | 'sideBySide'; keys: string; icon: ReactNode }) {
  const { t } = useTranslation();
  const { of } = props;
  const on = useSpotsSurface((surface) => surface[of]);
  return (
    <IconButton
      small
      label={t(`spots.show.${of}`)}
      keys={props.keys}
      icon={props.icon}
      aria-pressed={on}
      data-testid={`show-${of}`}
      onClick={() => setSpotsSurface({ [of]: !on })}
    />
  );
}
