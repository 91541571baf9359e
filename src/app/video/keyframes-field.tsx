import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSeedRanges } from '../../pipeline/seed-ranges.ts';
import { useStudio } from '../../store/studio-store.ts';
import { formatNumber } from '../format/quantities.ts';
import { useVideoDialog } from './video-dialog-state.ts';
import { MOST_PAGE_FRAMES, type VideoProblem } from './video-order.ts';

/** The keyframe seeds as ranges, and what is wrong with them. */
export function KeyframesField({ problem }: { problem: VideoProblem | null }) {
  const { t, i18n } = useTranslation();
  const { seeds, columns, rows } = useVideoDialog();
  const pinned = useStudio((state) => state.view.pinned);
  const change = useVideoDialog.setState;
  const id = useId();
  const values = { cells: columns * rows, max: formatNumber(MOST_PAGE_FRAMES, i18n.language) };
  return (
    <div className="form-field">
      <div className="form-label">
        <label htmlFor={`${id}-seeds`}>{t('video.keyframes')}</label>
        <span className="form-shortcuts">
          <button
            type="button"
            className="button quiet small"
            disabled={pinned.length === 0}
            onClick={() => change({ seeds: formatSeedRanges(pinned) })}
          >
            {t('export.fromPinned', { count: pinned.length })}
          </button>
        </span>
      </div>
      <input
        id={`${id}-seeds`}
        className="field number"
        data-testid="video-seeds"
        value={seeds}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => change({ seeds: event.target.value })}
      />
      <p id={`${id}-note`} className={problem ? 'invalid' : 'hint'} aria-live="polite">
        {problem ? t(`video.${problem}`, values) : t('video.keyframesHint')}
      </p>
    </div>
  );
}
