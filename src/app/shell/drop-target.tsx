import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';

/** The whole window takes dropped checkpoint files. */
export function DropTarget() {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);

  useEffect(() => {
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const change = (by: number) => {
      depth = Math.max(0, depth + by);
      setOver(depth > 0);
    };
    const onEnter = (event: DragEvent) => hasFiles(event) && change(1);
    const onLeave = (event: DragEvent) => hasFiles(event) && change(-1);
    const onOver = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      change(-depth);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      const { dropFiles, openWorkspace } = useStudio.getState();
      openWorkspace('models');
      void dropFiles(files);
    };
    addEventListener('dragenter', onEnter);
    addEventListener('dragleave', onLeave);
    addEventListener('dragover', onOver);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragenter', onEnter);
      removeEventListener('dragleave', onLeave);
      removeEventListener('dragover', onOver);
      removeEventListener('drop', onDrop);
    };
  }, []);

  if (!over) return null;
  return (
    <div className="drop-target" data-testid="drop-target">
      <FileDown aria-hidden />
      <strong>{t('models.dropRelease')}</strong>
      <p className="hint">{t('models.dropHint')}</p>
    </div>
  );
}
