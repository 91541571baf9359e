import { Archive, ChartNoAxesCombined, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenedDataset } from '../../store/dataset-slice.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { formatNumber } from '../format/quantities.ts';
import { ContactSheet } from './contact-sheet.tsx';

/** A data set that was dropped on the page: its samples, and which of its models are missing here. */
export function OpenedPanel({ opened }: { opened: OpenedDataset }) {
  const { t, i18n } = useTranslation();
  const models = useStudio((state) => state.models);
  const { addOpenedSet, closeDataset, openWorkspace } = useStudio.getState();
  const { set } = opened;
  const number = (value: number) => formatNumber(value, i18n.language);
  const missing = (set?.bundles ?? []).filter(
    ({ sha256 }) => !models.some((model) => model.sha256 === sha256),
  );
  return (
    <div className="run" data-testid="opened" data-status={opened.status}>
      <header className="run-head">
        <div className="run-title">
          <div className="run-name">
            <Archive aria-hidden />
            <div>
              <h1>{opened.name}</h1>
              <p className="hint" role="status">
                {opened.status === 'busy' && t('dataset.opening')}
                {set &&
                  t('dataset.openedText', {
                    samples: number(set.count),
                    edited: number(set.edited.length),
                    rejected: number(set.rejected),
                    version: set.appVersion,
                  })}
              </p>
            </div>
          </div>
          <div className="run-buttons">
            {set && (
              <button
                type="button"
                className="button"
                data-testid="opened-benchmark"
                onClick={() => {
                  openWorkspace('benchmark');
                  void addOpenedSet();
                }}
              >
                <ChartNoAxesCombined aria-hidden />
                {t('dataset.benchmark')}
              </button>
            )}
            <button
              type="button"
              className="button"
              data-testid="opened-close"
              onClick={closeDataset}
            >
              <X aria-hidden />
              {t('app.close')}
            </button>
          </div>
        </div>
        {missing.length > 0 && (
          <p className="outcome warn" data-testid="missing-models">
            <TriangleAlert aria-hidden />
            <span>
              {t('dataset.missing', {
                models: missing
                  .map(({ name, sha256 }) => `${name} (${sha256.slice(0, 12)})`)
                  .join(t('dataset.listSeparator')),
              })}
            </span>
          </p>
        )}
        {opened.error && <Failure error={opened.error} testId="opened-failed" />}
      </header>
      {set && (
        <ContactSheet
          source="opened"
          set={`${opened.name}/${set.count}`}
          total={set.count}
          done={set.count}
          follows={false}
        />
      )}
    </div>
  );
}
