import { useTranslation } from 'react-i18next';
import { formatSeedRanges } from '../../pipeline/seed-ranges.ts';
import { useStudio } from '../../store/studio-store.ts';
import { SeedsField } from '../controls/seeds-field.tsx';
import { formatNumber } from '../format/quantities.ts';
import { useVideoDialog } from './video-dialog-state.ts';
import { MOST_PAGE_FRAMES, type VideoProblem } from './video-order.ts';

/** The keyframe seeds as ranges, and what is wrong with them. */
export function KeyframesField({ problem }: { problem: VideoProblem | null }) {
  const { t, i18n } = useTranslation();
  const { seeds, columns, rows } = useVideoDialog();
  const pinned = useStudio((state) => state.view.pinned);
  const change = useVideoDialog.setState;
  const values = { cells: columns * rows, max: formatNumber(MOST_PAGE_FRAMES, i18n.language) };
  return (
    <SeedsField
      label={t('video.keyframes')}
      testId="video-seeds"
      value={seeds}
      invalid={problem !== null}
      note={problem ? t(`video.${problem}`, values) : t('video.keyframesHint')}
      shortcuts={
        <button
          type="button"
          className="button quiet small"
          disabled={pinned.length === 0}
          onClick={() => change({ seeds: formatSeedRanges(pinned) })}
        >
          {t('export.fromPinned', { count: pinned.length })}
        </button>
      }
      onChange={(text) => change({ seeds: text })}
    />
  );
}
