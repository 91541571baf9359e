import { FolderInput, LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import type { ToolSource } from '../../store/tools-slice.ts';
import { Failure } from '../controls/failure.tsx';
import { FileButtons } from './file-buttons.tsx';

/** Before there is a source: where to drop it, how it is being opened, or why it was refused. */
export function ToolStart({ source }: { source: ToolSource | null }) {
  const { t } = useTranslation();
  const closeToolSource = useStudio((state) => state.closeToolSource);
  if (source?.status === 'opening') {
    return (
      <div className="tool-start" role="status">
        <LoaderCircle aria-hidden className="tool-spinner" />
        <p>{t(source.kind === 'sample' ? 'tools.start.making' : 'tools.start.opening')}</p>
        <button type="button" className="button" onClick={closeToolSource}>
          {t('app.cancel')}
        </button>
      </div>
    );
  }
  return (
    <div className="tool-start" data-testid="tool-start">
      {source?.error ? (
        <Failure error={source.error} testId="tool-refused" />
      ) : (
        <FolderInput aria-hidden className="tool-start-icon" />
      )}
      <h2>{t(source?.error ? 'tools.start.another' : 'tools.start.title')}</h2>
      <p className="hint">{t('tools.start.hint')}</p>
      <FileButtons />
      <p className="hint">{t('tools.start.sampleHint')}</p>
    </div>
  );
}
