import { useTranslation } from 'react-i18next';
import type { StepOf } from '../../../dataset/tools/tool-step.ts';
import { SelectRow } from '../../controls/select-row.tsx';
import { NumberRow } from '../number-row.tsx';
import { ActsOnRow } from './acts-on-row.tsx';
import { useStep } from './use-step.ts';

const TRANSFORMS = ['none', 'center-crop', 'center-crop-wide'] as const;
const CLASSES = ['folders', 'list', 'none'] as const;
const CHANNELS = ['as-is', 'grey', 'rgb'] as const;
const FILTERS = ['lanczos', 'nearest'] as const;
const SIDES = ['32', '64', '128', '256', '512', '1024'];
const USUAL_SIDE = 256;

type Resolution = StepOf<'stylegan'>['resolution'];

/** Height of the band: as given for a wide crop, else the side of the square. */
function resolutionFor(
  transform: StepOf<'stylegan'>['transform'],
  side: number,
  height: number,
): Resolution {
  return { width: side, height: transform === 'center-crop-wide' ? Math.min(height, side) : side };
}

/** Settings of a data set for StyleGAN. */
export function StyleGanFields() {
  const { t } = useTranslation();
  const [step, change] = useStep('stylegan');
  const { transform, resolution } = step;
  const side = resolution?.width ?? null;
  const wide = transform === 'center-crop-wide';
  const sides = SIDES.map((value) => ({ value, label: `${value} × ${value}` }));
  const keep = { value: 'keep', label: t('tools.field.keepSize') };
  return (
    <>
      <SelectRow
        label={t('tools.field.transform')}
        value={transform}
        testId="tool-transform"
        options={TRANSFORMS.map((value) => ({
          value,
          label: t(`tools.field.transformValue.${value}`),
        }))}
        onChange={(next) => {
          const width = side ?? USUAL_SIDE;
          const height = next === 'center-crop-wide' && !wide ? (width * 3) / 4 : width;
          const sized =
            next === 'none' && side === null ? null : resolutionFor(next, width, height);
          change({ transform: next, resolution: sized });
        }}
      />
      <SelectRow
        label={t('tools.field.resolution')}
        value={side === null ? 'keep' : String(side)}
        testId="tool-resolution"
        options={transform === 'none' ? [keep, ...sides] : sides}
        onChange={(value) => {
          if (value === 'keep') change({ resolution: null });
          else {
            const height = ((resolution?.height ?? 0) / (side ?? 1)) * Number(value);
            change({ resolution: resolutionFor(transform, Number(value), Math.round(height)) });
          }
        }}
      />
      {wide && resolution && (
        <NumberRow
          label={t('tools.field.bandHeight')}
          value={resolution.height}
          min={1}
          max={resolution.width}
          suffix={t('unit.px')}
          onChange={(height) => change({ resolution: { ...resolution, height } })}
        />
      )}
      <SelectRow
        label={t('tools.field.classes')}
        value={step.classes}
        options={CLASSES.map((value) => ({ value, label: t(`tools.field.classesValue.${value}`) }))}
        onChange={(classes) => change({ classes })}
      />
      <SelectRow
        label={t('tools.field.channels')}
        value={step.channels}
        options={CHANNELS.map((value) => ({
          value,
          label: t(`tools.field.channelsValue.${value}`),
        }))}
        onChange={(channels) => change({ channels })}
      />
      <SelectRow
        label={t('tools.field.filter')}
        value={step.resampling}
        options={FILTERS.map((value) => ({
          value,
          label: t(`tools.field.resamplingValue.${value}`),
        }))}
        onChange={(resampling) => change({ resampling })}
      />
      <ActsOnRow label={t('tools.field.use')} value={step.on} onChange={(on) => change({ on })} />
    </>
  );
}
