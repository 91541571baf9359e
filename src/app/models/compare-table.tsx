import { useTranslation } from 'react-i18next';
import type { ModelEntry } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { exampleKey } from '../../store/trials-slice.ts';
import { ScrollRegion } from '../controls/scroll-region.tsx';
import { formatBytes, formatMilliseconds, formatNumber } from '../format/quantities.ts';
import { compareRows } from './compare-rows.ts';

/** Size, time and configuration of two models. */
export function CompareTable(props: { models: readonly [ModelEntry, ModelEntry]; seed: number }) {
  const { t, i18n } = useTranslation();
  const comparison = useStudio((state) => state.comparison);
  const { language } = i18n;
  const { models, seed } = props;
  const rows = compareRows([models[0].manifest, models[1].manifest], (value) =>
    formatNumber(value, language),
  );
  const time = ({ sha256 }: ModelEntry) => {
    const took = comparison.get(exampleKey(sha256, seed))?.milliseconds ?? null;
    return took === null ? '…' : formatMilliseconds(took, language);
  };
  return (
    <ScrollRegion className="compare-table number" label={t('trial.compareTitle')}>
      <table>
        <caption className="visually-hidden">{t('trial.compareTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trial.property')}</th>
            {models.map(({ sha256, manifest }) => (
              <th key={sha256} scope="col">
                {manifest.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('models.size')}</th>
            {models.map(({ sha256, bytes }) => (
              <td key={sha256}>{formatBytes(bytes, language)}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('trial.time')}</th>
            {models.map((model) => (
              <td key={model.sha256} data-testid="compare-time">
                {time(model)}
              </td>
            ))}
          </tr>
          {rows.map(({ name, values, same }) => (
            <tr key={typeof name === 'string' ? name : name.key} data-same={same}>
              <th scope="row">
                {typeof name === 'string' ? <code>{name}</code> : t(`trial.${name.key}`)}
              </th>
              <td>{values[0]}</td>
              <td>{values[1]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
