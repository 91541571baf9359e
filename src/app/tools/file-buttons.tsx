import { FileArchive, FolderOpen, WandSparkles } from 'lucide-react';
import { type ChangeEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';

/** Browsers take folders by an attribute that React's types lack. */
const FOLDER = { webkitdirectory: '' } as object;

/** Ways to a source other than dropping it: files, a folder, a sample. */
export function FileButtons() {
  const { t } = useTranslation();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const { takeToolFiles, takeToolSample } = useStudio.getState();
  const hasModel = useStudio((state) => state.modelsStatus === 'ready' && state.maskModel !== null);
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])];
    event.target.value = '';
    void takeToolFiles(chosen);
  };
  return (
    <div className="tool-buttons">
      <button type="button" className="button primary" onClick={() => files.current?.click()}>
        <FileArchive aria-hidden />
        {t('tools.start.files')}
      </button>
      <button type="button" className="button" onClick={() => folder.current?.click()}>
        <FolderOpen aria-hidden />
        {t('tools.start.folder')}
      </button>
      <button
        type="button"
        className="button"
        data-testid="tool-sample"
        disabled={!hasModel}
        onClick={() => void takeToolSample()}
      >
        <WandSparkles aria-hidden />
        {t('tools.start.sample')}
      </button>
      <input
        ref={files}
        type="file"
        multiple
        accept=".zip,.png,.jpg,.jpeg,.tif,.tiff"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('tools.start.files')}
        data-testid="tool-files"
        onChange={onChange}
      />
      <input
        ref={folder}
        type="file"
        {...FOLDER}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('tools.start.folder')}
        data-testid="tool-folder"
        onChange={onChange}
      />
    </div>
  );
}
