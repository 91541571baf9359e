import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { InstanceStatistics } from '../../pipeline/sample.ts';
import { measureInstances } from '../../pipeline/sample-measures.ts';
import { useStudio } from '../../store/studio-store.ts';
import { formatNumber } from '../format/quantities.ts';
import { labelCss } from '../stage/label-css.ts';

/** What is known of the sample in view, and of each cell in it. */
export function StatisticsSection() {
  const { t, i18n } = useTranslation();
  const pixels = useStudio((state) => state.sample.pixels);
  if (!pixels) return <div className="stat-skeleton" aria-hidden />;
  const { cells, onBorder, medianArea, medianEccentricity, coverage } = measureInstances(
    pixels.instances,
    pixels.mask,
  );
  const number = (value: number, digits = 0) => formatNumber(value, i18n.language, digits);
  const rows: [string, string][] = [
    [t('stats.cells'), number(cells)],
    [t('stats.border'), number(onBorder)],
    [t('stats.median'), medianArea === null ? '—' : t('stats.px', { n: number(medianArea) })],
    [
      t('look.search.eccentricity'),
      medianEccentricity === null ? '—' : number(medianEccentricity, 2),
    ],
    [t('stats.coverage'), `${number(coverage * 100, 1)} %`],
  ];
  return (
    <>
      <dl className="stats number">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Collapsible.Root>
        <Collapsible.Trigger className="button quiet small disclosure">
          <ChevronRight aria-hidden />
          {t('stats.table')}
        </Collapsible.Trigger>
        <Collapsible.Content>
          <CellTable instances={pixels.instances} />
        </Collapsible.Content>
      </Collapsible.Root>
    </>
  );
}

function CellTable({ instances }: { instances: InstanceStatistics[] }) {
  const { t, i18n } = useTranslation();
  const picked = useStudio((state) => state.pickedInstance);
  const pickInstance = useStudio((state) => state.pickInstance);
  if (instances.length === 0) return <p className="hint">{t('stats.empty')}</p>;
  return (
    <div className="cell-table">
      <table className="number">
        <thead>
          <tr>
            <th scope="col">{t('stats.id')}</th>
            <th scope="col">{t('stats.area')}</th>
            <th scope="col">{t('stats.eccentricity')}</th>
            <th scope="col">{t('stats.cluster')}</th>
          </tr>
        </thead>
        <tbody>
          {instances.map(({ id, area, eccentricity, touchesBorder, cluster }) => (
            <tr key={id} data-picked={id === picked}>
              <th scope="row">
                <button type="button" onClick={() => pickInstance(id === picked ? null : id)}>
                  <i style={{ background: labelCss(id) }} aria-hidden />
                  {id}
                </button>
              </th>
              <td title={touchesBorder ? t('stats.onBorder') : undefined}>
                {formatNumber(area, i18n.language)}
                {touchesBorder && <sup aria-hidden>▏</sup>}
              </td>
              <td>{formatNumber(eccentricity, i18n.language, 2)}</td>
              <td>{cluster ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
