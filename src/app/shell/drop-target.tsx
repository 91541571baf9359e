import { FileDown, ImageUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isImageName } from '../../imaging/image-format.ts';
import { useStudio } from '../../store/studio-store.ts';
import { setSurface } from '../explore/explore-state.ts';
import { droppedFiles, looksLikeImages } from './dropped-files.ts';

/** Images give their styles; everything else is opened as models. */
function take(files: File[]): void {
  const { dropFiles, openWorkspace, takeStyles } = useStudio.getState();
  if (files.every(({ name }) => isImageName(name))) {
    openWorkspace('explore');
    setSurface({ gridOpen: false, sheetOpen: true });
    void takeStyles(files);
    return;
  }
  openWorkspace('models');
  void dropFiles(files);
}

/** The whole window takes dropped checkpoint files and images. */
export function DropTarget() {
  const { t } = useTranslation();
  const [over, setOver] = useState<'models' | 'images' | null>(null);

  useEffect(() => {
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const change = (by: number, event: DragEvent) => {
      depth = Math.max(0, depth + by);
      const images = event.dataTransfer && looksLikeImages(event.dataTransfer);
      setOver(depth === 0 ? null : images ? 'images' : 'models');
    };
    const onEnter = (event: DragEvent) => hasFiles(event) && change(1, event);
    const onLeave = (event: DragEvent) => hasFiles(event) && change(-1, event);
    const onOver = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      change(-depth, event);
      void droppedFiles(event.dataTransfer).then((files) => {
        if (files.length > 0) take(files);
      });
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
      {over === 'images' ? <ImageUp aria-hidden /> : <FileDown aria-hidden />}
      <strong>{t(over === 'images' ? 'style.dropRelease' : 'models.dropRelease')}</strong>
      <p className="hint">{t(over === 'images' ? 'style.takeHint' : 'models.dropHint')}</p>
    </div>
  );
}
