import { X } from 'lucide-react';
import { Progress } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { ModelImport } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { IconButton } from '../controls/icon-button.tsx';

const STATUS = {
  waiting: 'models.importWaiting',
  reading: 'models.importReading',
  converting: 'models.importConverting',
  done: 'models.importDone',
  failed: 'models.importFailed',
  cancelled: 'models.importCancelled',
} as const;

const RUNNING: ModelImport['status'][] = ['waiting', 'reading', 'converting'];

/** A bundle has a file for every 4 MiB: so many names are said, the others counted. */
const MOST_NAMES = 4;

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
  const { cancelImport, dismissImport } = useStudio.getState();
  const running = RUNNING.includes(item.status);
  const names = useNames(item.fileNames);
  return (
    <div className="import" data-testid="import" data-status={item.status}>
      <div className="import-head">
        <span className="import-name">{names}</span>
        <span className="hint">{t(STATUS[item.status])}</span>
        {running ? (
          <button type="button" className="button small" onClick={() => cancelImport(item.id)}>
            {t('app.cancel')}
          </button>
        ) : (
          <IconButton
            small
            label={t('models.importDismiss')}
            icon={<X />}
            onClick={() => dismissImport(item.id)}
          />
        )}
      </div>
      {running && (
        <Progress.Root className="progress" value={item.progress * 100} aria-label={names}>
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

function useNames(fileNames: string[]): string {
  const { t } = useTranslation();
  const shown = fileNames.slice(0, MOST_NAMES).join(', ');
  const more = fileNames.length - MOST_NAMES;
  return more > 0 ? t('models.importMore', { names: shown, count: more }) : shown;
}
