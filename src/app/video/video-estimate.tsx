import { useTranslation } from 'react-i18next';
import type { VideoOrder } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { formatNumber } from '../format/quantities.ts';
import { useDuration } from '../format/use-duration.ts';

/** How long the film plays, how large it is, and how long it takes, by the last sample. */
export function VideoEstimate(props: {
  what: VideoOrder['what'];
  frames: number;
  cells: number;
  fps: number;
  width: number;
  height: number;
}) {
  const { t, i18n } = useTranslation();
  const timing = useStudio((state) => state.sample.pixels?.timing);
  const duration = useDuration();
  const { frames, cells, fps, width, height } = props;
  const msPerPicture =
    timing && (props.what === 'mask' ? timing.mask : timing.mask + timing.truth + timing.image);
  const number = (value: number, digits = 0) => formatNumber(value, i18n.language, digits);
  return (
    <div className="estimate number">
      <div>
        <strong data-testid="video-count">{number(frames)}</strong>
        <span>{t('video.frames')}</span>
      </div>
      <div>
        <strong>{t('unit.seconds', { n: number(frames / fps, 1) })}</strong>
        <span>
          {width} × {height}
        </span>
      </div>
      <div>
        <strong>
          {msPerPicture === undefined
            ? '…'
            : `≈ ${duration((frames * cells * msPerPicture) / 1000)}`}
        </strong>
        <span>{t('export.duration')}</span>
      </div>
    </div>
  );
}
