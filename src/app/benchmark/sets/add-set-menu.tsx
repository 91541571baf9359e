import { Database, FileArchive, FolderOpen, Microscope, PackageOpen, Plus } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { FileInputs, useFileInputs } from './file-inputs.tsx';
import { useSetSources } from './use-set-sources.ts';

/** Ways to another set. */
export function AddSetMenu() {
  const { t } = useTranslation();
  const inputs = useFileInputs();
  const { exported, opened } = useSetSources();
  const { addExportedSet, addOpenedSet, addSampleSet } = useStudio.getState();
  const item = (icon: ReactNode, text: string, hint: string, run: () => void) => (
    <DropdownMenu.Item className="menu-item plain" onSelect={run}>
      {icon}
      <span>
        {text}
        <small>{hint}</small>
      </span>
    </DropdownMenu.Item>
  );
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <button type="button" className="button quiet" data-testid="bench-add-set">
            <Plus aria-hidden />
            {t('benchmark.sets.add')}
          </button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu bench-menu" align="end" sideOffset={6}>
            {exported &&
              item(
                <Database aria-hidden />,
                t('benchmark.start.export'),
                t('benchmark.start.exportHint', { ...exported }),
                () => void addExportedSet(),
              )}
            {opened &&
              item(
                <PackageOpen aria-hidden />,
                t('benchmark.start.opened'),
                t('benchmark.start.openedHint', { ...opened }),
                () => void addOpenedSet(),
              )}
            {item(
              <Microscope aria-hidden />,
              t('benchmark.start.sample'),
              t('benchmark.start.sampleHint'),
              () => void addSampleSet(),
            )}
            {item(
              <FileArchive aria-hidden />,
              t('benchmark.start.openZip'),
              t('benchmark.start.filesHint'),
              () => inputs.files.current?.click(),
            )}
            {item(
              <FolderOpen aria-hidden />,
              t('benchmark.start.openFolder'),
              t('benchmark.start.dropHint'),
              () => inputs.folder.current?.click(),
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <FileInputs inputs={inputs} />
    </>
  );
}
