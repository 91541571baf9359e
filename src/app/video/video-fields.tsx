import { useTranslation } from 'react-i18next';
import { LARGEST_GRID } from '../../pipeline/video-plan.ts';
import { NumberField } from '../controls/number-field.tsx';
import { SelectRow } from '../controls/select-row.tsx';
import { useVideoDialog } from './video-dialog-state.ts';

const RATES = [24, 30, 60];
const WIDTHS = [128, 256, 384, 512, 768, 1024];
const MOST_BETWEEN = 1000;

/** Pace, grid and size. */
export function VideoFields(props: {
  /** Style clusters to choose from; 0 where the video has none. */
  styles: number;
  style: number;
}) {
  const { t } = useTranslation();
  const { columns, rows, walk, framesPerKeyframe, fps, cellWidth } = useVideoDialog();
  const change = useVideoDialog.setState;
  return (
    <div className="video-fields">
      <NumberRow
        label={t('video.framesPerKeyframe')}
        value={framesPerKeyframe}
        max={MOST_BETWEEN}
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
      {!walk && (
        <>
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
        </>
      )}
      <SelectRow
        label={t('video.cellWidth')}
        value={String(cellWidth)}
        options={WIDTHS.map((side) => ({ value: String(side), label: `${side} px` }))}
        testId="video-width"
        onChange={(next) => change({ cellWidth: Number(next) })}
      />
      {props.styles > 0 && (
        <SelectRow
          label={t('video.style')}
          value={String(props.style)}
          options={Array.from({ length: props.styles }, (_, n) => ({
            value: String(n),
            label: t('style.cluster', { n }),
          }))}
          testId="video-style"
          onChange={(next) => change({ style: Number(next) })}
        />
      )}
    </div>
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
