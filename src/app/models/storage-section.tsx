import { HardDrive, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { formatBytes } from '../format/quantities.ts';

/** What the browser keeps of the opened models, how much room is left, and whether it may clear them. */
export function StorageSection() {
  const { t, i18n } = useTranslation();
  const storage = useStudio((state) => state.storage);
  const models = useStudio((state) => state.models);
  if (!storage) return null;
  const opened = models.filter(({ origin }) => origin === 'dropped');
  const size = formatBytes(
    opened.reduce((sum, { bytes }) => sum + bytes, 0),
    i18n.language,
  );
  const { place, usedBytes, quotaBytes, persistent } = storage;
  const free = quotaBytes === null ? null : Math.max(0, quotaBytes - (usedBytes ?? 0));
  return (
    <section className="storage" data-testid="storage" data-place={place}>
      <h2>{t('models.storage')}</h2>
      <div className="storage-line">
        <HardDrive aria-hidden />
        <span>
          {opened.length === 0
            ? t('models.storageEmpty')
            : t('models.storageUsed', { count: opened.length, size })}
        </span>
        {place === 'browser' && free !== null && (
          <span className="hint">
            {t('models.storageFree', { free: formatBytes(free, i18n.language) })}
          </span>
        )}
      </div>
      {place === 'page' && (
        <p className="storage-warning">
          <TriangleAlert aria-hidden />
          {t('models.storagePage')}
        </p>
      )}
      {place === 'browser' && opened.length > 0 && <Persistence persistent={persistent} />}
    </section>
  );
}

function Persistence({ persistent }: { persistent: boolean }) {
  const { t } = useTranslation();
  const { keepModels } = useStudio.getState();
  if (persistent) return <p className="hint">{t('models.storagePersistent')}</p>;
  return (
    <div className="storage-line">
      <p className="hint">{t('models.storageTransient')}</p>
      <button type="button" className="button small" onClick={() => void keepModels()}>
        {t('models.storageKeep')}
      </button>
    </div>
  );
}
