import { Database, FileArchive, FolderOpen, Images, Microscope, PackageOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { FileInputs, useFileInputs } from './file-inputs.tsx';
import { useSetSources } from './use-set-sources.ts';

/** Before there is data: what the workspace is for, and where data may come from. */
export function BenchmarkStart() {
  const { t } = useTranslation();
  const inputs = useFileInputs();
  const { exported, opened } = useSetSources();
  const { addExportedSet, addOpenedSet, addSampleSet, openWorkspace } = useStudio.getState();
  return (
    <div className="bench-start" data-testid="bench-start">
      <header>
        <h2>{t('benchmark.start.title')}</h2>
        <p className="hint">{t('benchmark.start.hint')}</p>
      </header>
      <div className="bench-sources">
        <Source
          icon={<Database aria-hidden />}
          title={t('benchmark.start.export')}
          hint={
            exported
              ? t('benchmark.start.exportHint', { ...exported })
              : t('benchmark.start.exportNone')
          }
          action={t(exported ? 'benchmark.sets.add' : 'benchmark.start.exportGo')}
          testId="bench-export-set"
          isPrimary={exported !== null}
          onChoose={() => (exported ? void addExportedSet() : openWorkspace('dataset'))}
        />
        {opened && (
          <Source
            icon={<PackageOpen aria-hidden />}
            title={t('benchmark.start.opened')}
            hint={t('benchmark.start.openedHint', { ...opened })}
            action={t('benchmark.sets.add')}
            testId="bench-opened-set"
            isPrimary
            onChoose={() => void addOpenedSet()}
          />
        )}
        <Source
          icon={<Microscope aria-hidden />}
          title={t('benchmark.start.sample')}
          hint={t('benchmark.start.sampleHint')}
          action={t('benchmark.sets.add')}
          testId="bench-sample-set"
          isPrimary={!exported && !opened}
          onChoose={() => void addSampleSet()}
        />
        <section className="bench-source">
          <Images aria-hidden />
          <h3>{t('benchmark.start.files')}</h3>
          <p className="hint">{t('benchmark.start.filesHint')}</p>
          <div className="bench-buttons">
            <button type="button" className="button" onClick={() => inputs.files.current?.click()}>
              <FileArchive aria-hidden />
              {t('benchmark.start.openZip')}
            </button>
            <button type="button" className="button" onClick={() => inputs.folder.current?.click()}>
              <FolderOpen aria-hidden />
              {t('benchmark.start.openFolder')}
            </button>
          </div>
          <FileInputs inputs={inputs} />
        </section>
      </div>
    </div>
  );
}

function Source(props: {
  icon: ReactNode;
  title: string;
  hint: string;
  action: string;
  testId: string;
  isPrimary: boolean;
  onChoose(): void;
}) {
  return (
    <section className="bench-source">
      {props.icon}
      <h3>{props.title}</h3>
      <p className="hint">{props.hint}</p>
      <div className="bench-buttons">
        <button
          type="button"
          className={props.isPrimary ? 'button primary' : 'button'}
          aria-label={`${props.title}: ${props.action}`}
          data-testid={props.testId}
          onClick={props.onChoose}
        >
          {props.action}
        </button>
      </div>
    </section>
  );
}
