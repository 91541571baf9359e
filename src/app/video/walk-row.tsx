import { useTranslation } from 'react-i18next';
import type { LatentWalk } from '../../pipeline/latent-walk.ts';
import { formatNumber } from '../format/quantities.ts';
import { useVideoDialog } from './video-dialog-state.ts';
import { MOST_PAGE_FRAMES, type VideoProblem } from './video-order.ts';

/** The walk that the video goes along, and the way back to a loop through seeds. */
export function WalkRow({ walk, problem }: { walk: LatentWalk; problem: VideoProblem | null }) {
  const { t, i18n } = useTranslation();
  const names = walk.keyframes.map(({ seed, blend }) =>
    blend.length > 0 ? t('walk.blend', { seed }) : String(seed),
  );
  return (
    <div className="video-walk" data-testid="video-walk">
      <div className="control-row">
        <span className="control-label">{t('video.walk', { count: walk.keyframes.length })}</span>
        <button
          type="button"
          className="button quiet small"
          data-testid="video-seeds-instead"
          onClick={() => useVideoDialog.setState({ walk: null })}
        >
          {t('video.seedsInstead')}
        </button>
      </div>
      <p className={problem ? 'invalid' : 'hint number'} aria-live="polite">
        {problem
          ? t(`video.${problem}`, {
              cells: 1,
              max: formatNumber(MOST_PAGE_FRAMES, i18n.language),
            })
          : `${names.join(' → ')}${walk.loop ? ` → ${names[0]}` : ''} · ${t(`walk.${walk.curve}`)}`}
      </p>
    </div>
  );
}
