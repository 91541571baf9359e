import { Film } from 'lucide-react';
import { type FormEvent, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSeedRanges } from '../../pipeline/seed-ranges.ts';
import { LARGEST_GRID } from '../../pipeline/video-plan.ts';
import { clusterCount } from '../../store/recipe-of-view.ts';
import { useStudio } from '../../store/studio-store.ts';
import { NumberField } from '../controls/number-field.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { SelectRow } from '../controls/select-row.tsx';
import { useChosenModels } from '../explore/use-defaults.ts';
import { formatNumber } from '../format/quantities.ts';
import { useVideoDialog } from './video-dialog-state.ts';
import { VideoEstimate } from './video-estimate.tsx';
import { MOST_PAGE_FRAMES, readPlan, videoFileName } from './video-order.ts';

const RATES = [24, 30, 60];
const WIDTHS = [128, 256, 384, 512, 768, 1024];

/** Keyframes, pace, what is shown, and the format. */
export function VideoForm() {
  const { t, i18n } = useTranslation();
  const dialog = useVideoDialog();
  const { seeds, columns, rows, framesPerKeyframe, fps, what, cellWidth } = dialog;
  const change = useVideoDialog.setState;
  const view = useStudio((state) => state.view);
  const formats = useStudio((state) => state.videoFormats);
  const ready = useStudio((state) => state.modelsStatus === 'ready' && state.maskModel !== null);
  const { findVideoFormats, startVideo } = useStudio.getState();
  const { image } = useChosenModels();
  const styles = clusterCount(image?.manifest ?? null);
  const shown = image ? what : 'mask';
  const style = Math.min(dialog.style ?? view.style.cluster, Math.max(0, styles - 1));
  const read = readPlan(seeds, { columns, rows, framesPerKeyframe });
  const problem = 'problem' in read ? read.problem : null;
  const format = formats.find((offered) => offered === dialog.format) ?? formats[0];
  const ratio = shown === 'image' ? view.size.height / view.size.width : 1;
  const [width, height] = [columns * cellWidth, rows * Math.round(cellWidth * ratio)];
  useEffect(() => {
    // Encoders take even sides only; the video worker rounds as well.
    void findVideoFormats({ width, height: height + (height % 2), fps });
  }, [width, height, fps, findVideoFormats]);
  const id = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ('problem' in read || !ready) return;
    const order = { plan: read.plan, what: shown, style, format, fps, cellWidth };
    void startVideo({ ...order, fileName: videoFileName(order) });
  };
  return (
    <form className="export-form" onSubmit={submit}>
      <div className="dialog-body">
        <div className="form-field">
          <div className="form-label">
            <label htmlFor={`${id}-seeds`}>{t('video.keyframes')}</label>
            <span className="form-shortcuts">
              <button
                type="button"
                className="button quiet small"
                disabled={view.pinned.length === 0}
                onClick={() => change({ seeds: formatSeedRanges(view.pinned) })}
              >
                {t('export.fromPinned', { count: view.pinned.length })}
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
            {problem
              ? t(`video.${problem}`, {
                  cells: columns * rows,
                  max: formatNumber(MOST_PAGE_FRAMES, i18n.language),
                })
              : t('video.keyframesHint')}
          </p>
        </div>
        <div className="video-fields">
          <NumberRow
            label={t('video.framesPerKeyframe')}
            value={framesPerKeyframe}
            max={1000}
            testId="video-frames"
            onChange={(next) => change({ framesPerKeyframe: next })}
          />
          <SelectRow
            label={t('video.rate')}
            value={String(fps)}
            options={RATES.map((rate) => ({
              value: String(rate),
              label: t('video.perSecond', { n: rate }),
            }))}
            testId="video-rate"
            onChange={(next) => change({ fps: Number(next) })}
          />
          <NumberRow
            label={t('video.columns')}
            value={columns}
            max={LARGEST_GRID}
            testId="video-columns"
            onChange={(next) => change({ columns: next })}
          />
          <NumberRow
            label={t('video.rows')}
            value={rows}
            max={LARGEST_GRID}
            testId="video-rows"
            onChange={(next) => change({ rows: next })}
          />
          <SelectRow
            label={t('video.cellWidth')}
            value={String(cellWidth)}
            options={WIDTHS.map((side) => ({ value: String(side), label: `${side} px` }))}
            testId="video-width"
            onChange={(next) => change({ cellWidth: Number(next) })}
          />
          {shown === 'image' && styles > 0 && (
            <SelectRow
              label={t('video.style')}
              value={String(style)}
              options={Array.from({ length: styles }, (_, n) => ({
                value: String(n),
                label: t('style.cluster', { n }),
              }))}
              testId="video-style"
              onChange={(next) => change({ style: Number(next) })}
            />
          )}
        </div>
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

function NumberRow(props: {
  label: string;
  value: number;
  max: number;
  testId: string;
  onChange(value: number): void;
}) {
  return (
    <div className="control-row">
      <span className="control-label">{props.label}</span>
      <NumberField
        value={props.value}
        min={1}
        max={props.max}
        step={1}
        label={props.label}
        className="inline-number"
        testId={props.testId}
        onChange={props.onChange}
      />
    </div>
  );
}
