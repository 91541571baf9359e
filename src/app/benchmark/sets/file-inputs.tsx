import { type ChangeEvent, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';

/** Browsers take folders by an attribute that React's types lack. */
const FOLDER = { webkitdirectory: '' } as object;

/** The hidden fields behind the buttons that open files and folders. */
export interface FileInputs {
  files: RefObject<HTMLInputElement | null>;
  folder: RefObject<HTMLInputElement | null>;
}

/** The fields, to be given to `FileInputs` and pressed by buttons. */
export function useFileInputs(): FileInputs {
  return { files: useRef<HTMLInputElement>(null), folder: useRef<HTMLInputElement>(null) };
}

/** Fields for files and for a folder; what is chosen becomes a set. */
export function FileInputs({ inputs }: { inputs: FileInputs }) {
  const { t } = useTranslation();
  const addFiles = useStudio((state) => state.addBenchmarkFiles);
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])];
    event.target.value = '';
    void addFiles(chosen);
  };
  const common = { type: 'file', className: 'visually-hidden', tabIndex: -1, onChange };
  return (
    <>
      <input
        ref={inputs.files}
        {...common}
        multiple
        accept=".zip,.png,.jpg,.jpeg,.tif,.tiff,.json"
        aria-label={t('benchmark.start.openZip')}
        data-testid="bench-files"
      />
      <input
        ref={inputs.folder}
        {...common}
        {...FOLDER}
        aria-label={t('benchmark.start.openFolder')}
        data-testid="bench-folder"
      />
    </>
  );
}
