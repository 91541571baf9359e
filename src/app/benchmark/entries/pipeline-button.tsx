import { FileCog } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';

/** Opens a pipeline of CellProfiler as another algorithm. */
export function PipelineButton() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const addPipeline = useStudio((state) => state.addPipeline);
  return (
    <div className="bench-pipeline">
      <button type="button" className="button small" onClick={() => input.current?.click()}>
        <FileCog aria-hidden />
        {t('benchmark.entry.openPipeline')}
      </button>
      <p className="hint">{t('benchmark.entry.pipelineHint')}</p>
      <input
        ref={input}
        type="file"
        accept=".cppipe"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('benchmark.entry.openPipeline')}
        data-testid="bench-pipeline"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void addPipeline(file);
        }}
      />
    </div>
  );
}
