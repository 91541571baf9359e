import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mapRange, normaliseMap } from '../../imaging/normalise-map.ts';
import { powerSpectrum } from '../../imaging/power-spectrum.ts';
import type { LayerStatistics } from '../../pipeline/layer-question.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Segmented } from '../controls/segmented.tsx';
import { SliderField } from '../controls/slider-field.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { formatNumber } from '../format/quantities.ts';
import { DisplayedCanvas } from '../stage/displayed-canvas.tsx';
import { LookupTables } from '../stage/lookup-tables.tsx';
import { shortName } from './layer-table.tsx';

type Shows = 'pixels' | 'spectrum';

/** What a spectrum shows as black, in decibels below the strongest frequency. */
const SPECTRUM_FLOOR = -80;

/** One channel of the chosen layer, spread over all levels, and which channel it is. */
export function LayerPicture({ layers }: { layers: LayerStatistics[] }) {
  const { t, i18n } = useTranslation();
  const { status, question, reading } = useStudio((state) => state.layers);
  const inspectLayers = useStudio((state) => state.inspectLayers);
  const [aroundZero, setAroundZero] = useState(false);
  const [shows, setShows] = useState<Shows>('pixels');
  const picture = reading?.picture ?? null;
  const shown = useMemo(() => {
    if (!picture) return null;
    const map = shows === 'spectrum' ? powerSpectrum(picture, SPECTRUM_FLOOR) : picture;
    const range =
      shows === 'spectrum' ? { low: SPECTRUM_FLOOR, high: 0 } : mapRange(map, aroundZero);
    return { range, image: normaliseMap(map, range) };
  }, [picture, aroundZero, shows]);
  const { channel } = question;
  const layer = layers.find(({ name }) => name === channel?.layer);
  const written = (value: number) =>
    shows === 'spectrum'
      ? t('look.layers.decibels', { n: formatNumber(value, i18n.language) })
      : formatNumber(value, i18n.language, 3);
  return (
    <div className="layer-picture">
      <div className="layer-stage" data-testid="layer-picture" data-status={status}>
        {status === 'busy' && <div className="busy-line" aria-hidden />}
        {shown && channel && (
          <DisplayedCanvas
            image={shown.image}
            label={t('look.layers.picture', {
              layer: shortName(channel.layer),
              channel: channel.channel,
            })}
          />
        )}
      </div>
      <div className="layer-range number hint">
        {shown && (
          <>
            <span>{written(shown.range.low)}</span>
            <span>{written(shown.range.high)}</span>
          </>
        )}
      </div>
      {layer && channel && (
        <SliderField
          label={t('look.layers.channel')}
          value={channel.channel}
          min={0}
          max={Math.max(1, layer.channels - 1)}
          step={1}
          defaultValue={0}
          disabled={layer.channels === 1}
          suffix={
            <span className="number">{t('look.layers.of', { last: layer.channels - 1 })}</span>
          }
          testId="layer-channel"
          valueTestId="layer-channel-value"
          onChange={(next) =>
            inspectLayers({
              network: question.network,
              channel: { layer: layer.name, channel: Math.min(next, layer.channels - 1) },
            })
          }
        />
      )}
      <Segmented
        stretch
        label={t('look.layers.shows')}
        value={shows}
        onChange={(next) => setShows(next)}
        segments={[
          { value: 'pixels', label: t('look.layers.pixels') },
          {
            value: 'spectrum',
            label: t('look.layers.spectrum'),
            hint: t('look.layers.spectrumHint'),
          },
        ]}
      />
      {shows === 'pixels' && (
        <SwitchRow
          label={t('look.layers.aroundZero')}
          hint={t('look.layers.aroundZeroHint')}
          checked={aroundZero}
          onChange={setAroundZero}
        />
      )}
      <LookupTables />
    </div>
  );
}
