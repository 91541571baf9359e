import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReferenceCheck } from '../../pipeline/self-test/check-reference.ts';
import { ScrollRegion } from '../controls/scroll-region.tsx';
import { formatDecimal, formatMilliseconds } from '../format/quantities.ts';

/** Every case with its differences beside what is allowed. */
export function SelfTestTable({ checks }: { checks: readonly ReferenceCheck[] }) {
  const { t, i18n } = useTranslation();
  const { of, levels } = checks[0].tolerance;
  return (
    <ScrollRegion className="model-table" label={t('trial.title')}>
      <table className="self-test-table">
        <caption className="visually-hidden">{t('trial.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trial.case')}</th>
            <th scope="col">{t('trial.largest')}</th>
            <th scope="col">{t('trial.tail')}</th>
            <th scope="col">{t('trial.mean')}</th>
            <th scope="col">{t('trial.time')}</th>
            <th scope="col">{t(`trial.allowed.${of}`, { levels })}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.name} data-ok={check.ok}>
              <th scope="row">
                {check.name}{' '}
                <span className="hint">
                  {check.width} × {check.height}
                </span>
              </th>
              <td>{formatDecimal(check.difference.largest, i18n.language)}</td>
              <td>{formatDecimal(check.difference.tail, i18n.language)}</td>
              <td>{formatDecimal(check.difference.mean, i18n.language)}</td>
              <td>{formatMilliseconds(check.milliseconds, i18n.language)}</td>
              <td>
                {check.ok ? <Check aria-hidden /> : <X aria-hidden />}
                {t(check.ok ? 'trial.within' : 'trial.beyond')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
