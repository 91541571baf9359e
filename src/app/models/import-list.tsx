import { X } from 'lucide-react';
import { Progress } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { ModelImport } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { IconButton } from '../controls/icon-button.tsx';

const STATUS = {
  reading: 'models.importReading',
  converting: 'models.importConverting',
  done: 'models.importDone',
  failed: 'models.importFailed',
} as const;

/** Files on their way to becoming models, and those that did not. */
export function ImportList() {
  const { t } = useTranslation();
  const imports = useStudio((state) => state.imports);
  if (imports.length === 0) return null;
  return (
    <section className="imports" aria-label={t('models.imports')} aria-live="polite">
      {imports.map((item) => (
        <ImportItem key={item.id} item={item} />
      ))}
    </section>
  );
}

function ImportItem({ item }: { item: ModelImport }) {
  const { t } = useTranslation();
  const dismissImport = useStudio((state) => state.dismissImport);
  const ended = item.status === 'done' || item.status === 'failed';
  return (
    <div className="import" data-testid="import" data-status={item.status}>
      <div className="import-head">
        <span className="import-name">{item.fileNames.join(', ')}</span>
        <span className="hint">{t(STATUS[item.status])}</span>
        {ended && (
          <IconButton
            small
            label={t('models.importDismiss')}
            icon={<X />}
            onClick={() => dismissImport(item.id)}
          />
        )}
      </div>
      {!ended && (
        <Progress.Root
          className="progress"
          value={item.progress * 100}
          aria-label={item.fileNames.join(', ')}
        >
          <Progress.Indicator
            className="progress-fill"
            style={{ width: `${item.progress * 100}%` }}
          />
        </Progress.Root>
      )}
      {item.unaveraged && (
        <p className="hint" data-testid="import-note">
          {t('models.importUnaveraged')}
        </p>
      )}
      {item.error && <Failure error={item.error} testId="import-error" />}
    </div>
  );
}
