import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { translateMessage } from '../i18n/start.ts';
import type { DropRule } from './drop-rule.ts';
import { ruleForHover, takeDropped } from './drop-rules.ts';
import { droppedFiles } from './dropped-files.ts';

/** The whole window takes dropped files; the open workspace says first what it does with them. */
export function DropTarget() {
  const [over, setOver] = useState<DropRule | null>(null);

  useEffect(() => {
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const change = (by: number, event: DragEvent) => {
      depth = Math.max(0, depth + by);
      setOver(depth === 0 || !event.dataTransfer ? null : ruleForHover(event.dataTransfer));
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
        if (files.length > 0) void takeDropped(files);
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
      <FileDown aria-hidden />
      <strong>{translateMessage(over.title)}</strong>
      <p className="hint">{translateMessage(over.hint)}</p>
    </div>
  );
}
