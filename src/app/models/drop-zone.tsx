import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';

/** Where checkpoint files are dropped or chosen. */
export function DropZone() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const dropFiles = useStudio((state) => state.dropFiles);
  return (
    <div className="drop-zone" data-testid="drop-zone">
      <div>
        <strong>{t('models.dropTitle')}</strong>
        <p className="hint">{t('models.dropHint')}</p>
      </div>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        <FolderOpen aria-hidden />
        {t('models.choose')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('models.choose')}
        data-testid="drop-input"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void dropFiles(files);
        }}
      />
    </div>
  );
}
