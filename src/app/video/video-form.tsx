import { Film } from 'lucide-react';
import { type FormEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { styleCount } from '../../store/recipe-of-view.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Segmented } from '../controls/segmented.tsx';
import { useChosenModels } from '../explore/use-defaults.ts';
import { KeyframesField } from './keyframes-field.tsx';
import { useVideoDialog } from './video-dialog-state.ts';
import { VideoEstimate } from './video-estimate.tsx';
import { VideoFields } from './video-fields.tsx';
import { readPlan, videoFileName } from './video-order.ts';
import { WalkRow } from './walk-row.tsx';

/** Generators draw squares unless they are told otherwise. */
const SQUARE = { width: 1, height: 1 };

/** Keyframes, pace, what is shown, and the format. */
export function VideoForm() {
  const { t } = useTranslation();
  const dialog = useVideoDialog();
  const { seeds, walk, framesPerKeyframe, fps, what, cellWidth } = dialog;
  const { columns, rows } = walk ? { columns: 1, rows: 1 } : dialog;
  const change = useVideoDialog.setState;
  const view = useStudio((state) => state.view);
  const formats = useStudio((state) => state.videoFormats);
  const ready = useStudio((state) => state.modelsStatus === 'ready' && state.maskModel !== null);
  const { findVideoFormats, startVideo } = useStudio.getState();
  const { image } = useChosenModels();
  const styles = styleCount(image?.manifest ?? null, view.style.palette);
  const shown = image ? what : 'mask';
  const style = Math.min(dialog.style ?? view.style.cluster, Math.max(0, styles - 1));
  const read = readPlan(seeds, { columns, rows, framesPerKeyframe, walk });
  const problem = 'problem' in read ? read.problem : null;
  const format = formats.find((offered) => offered === dialog.format) ?? formats[0];
  const picture = shown === 'image' ? view.size : (view.canvas ?? SQUARE);
  // Encoders take even sides only: the video worker rounds the same way.
  const cellHeight = Math.max(2, 2 * Math.round((cellWidth * picture.height) / picture.width / 2));
  const [width, height] = [columns * cellWidth, rows * cellHeight];
  useEffect(() => {
    void findVideoFormats({ width, height, fps });
  }, [width, height, fps, findVideoFormats]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ('problem' in read || !ready) return;
    const order = { plan: read.plan, what: shown, style, format, fps, cellWidth };
    void startVideo({ ...order, fileName: videoFileName(order) });
  };
  return (
    <form className="export-form" onSubmit={submit}>
      <div className="dialog-body">
        {walk ? <WalkRow walk={walk} problem={problem} /> : <KeyframesField problem={problem} />}
        <VideoFields styles={shown === 'image' ? styles : 0} style={style} />
        <div className="control-row">
          <span className="control-label">{t('video.what')}</span>
          <Segmented
            label={t('video.what')}
            value={shown}
            segments={[
              { value: 'mask', label: t('view.mask') },
              {
                value: 'image',
                label: t('video.fluorescence'),
                disabled: !image,
                hint: image ? t('video.oneStyle') : t('view.noImage'),
              },
            ]}
            onChange={(next) => change({ what: next })}
          />
        </div>
        <div className="control-row">
          <span className="control-label">{t('video.format')}</span>
          <Segmented
            label={t('video.format')}
            value={format}
            segments={formats.map((value) => ({ value, label: t(`video.${value}`) }))}
            onChange={(next) => change({ format: next })}
          />
        </div>
        {'frames' in read && (
          <VideoEstimate
            what={shown}
            frames={read.frames}
            cells={columns * rows}
            fps={fps}
            width={width}
            height={height}
          />
        )}
        <p className="hint">
          {t('video.settings')} {shown === 'image' && t('video.oneStyle')}{' '}
          {formats.length === 1 && (
            <span data-testid="video-no-encoder">{t('video.noEncoder')}</span>
          )}
        </p>
      </div>
      <footer className="dialog-foot">
        <button
          type="submit"
          className="button primary"
          data-testid="video-start"
          disabled={problem !== null || !ready}
        >
          <Film aria-hidden />
          {t('video.make')}
        </button>
      </footer>
    </form>
  );
}
