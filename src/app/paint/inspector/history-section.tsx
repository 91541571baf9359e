import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import { InspectorSection } from '../../controls/inspector-section.tsx';
import { useDuration } from '../../format/use-duration.ts';
import { translateMessage } from '../../i18n/start.ts';
import { VirtualRows } from './virtual-rows.tsx';

const TICK_MS = 5000;
/** Younger entries are new. */
const NEW_SECONDS = 5;

/** The time, every few seconds. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** What was done, the newest first; a click goes there. */
export function HistorySection() {
  const { t } = useTranslation();
  const { entries, position } = useStudio((state) => state.paint.history);
  const { jumpInHistory, undoPaint, redoPaint } = useStudio.getState();
  const now = useNow();
  const duration = useDuration();
  const ago = (time: number) => {
    const seconds = (now - time) / 1000;
    return seconds < NEW_SECONDS ? t('paint.history.now') : duration(seconds);
  };
  const entryAt = (index: number) => entries[entries.length - 1 - index];
  return (
    <InspectorSection
      title={t('paint.history.title')}
      action={
        <span className="inspector-actions">
          <IconButton
            small
            label={t('paint.undo')}
            keys="Ctrl Z"
            icon={<Undo2 />}
            disabled={position === 0}
            onClick={() => void undoPaint()}
          />
          <IconButton
            small
            label={t('paint.redo')}
            keys="Ctrl Shift Z"
            icon={<Redo2 />}
            disabled={position === entries.length}
            onClick={() => void redoPaint()}
          />
        </span>
      }
    >
      {entries.length === 0 ? (
        <p className="hint">{t('paint.history.empty')}</p>
      ) : (
        <VirtualRows
          label={t('paint.history.title')}
          testId="paint-history"
          count={entries.length + 1}
          active={entries.length - position}
          onActivate={(index) => void jumpInHistory(entries.length - index)}
          row={(index) => {
            const entry = entryAt(index);
            const isUndone = entries.length - index > position;
            return {
              key: entry ? entry.index : 0,
              className: isUndone ? 'undone' : undefined,
              content: entry ? (
                <>
                  <span>{translateMessage(entry.label, entry.values)}</span>
                  <time className="soft">{ago(entry.time)}</time>
                </>
              ) : (
                <span>{t('paint.history.opened')}</span>
              ),
            };
          }}
        />
      )}
    </InspectorSection>
  );
}
