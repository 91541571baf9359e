import { CircleCheck, CircleX, Info, TriangleAlert, X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { translateMessage } from '../i18n/start.ts';
import { translateSentence } from '../i18n/translate-sentence.ts';
import { UpdateToast } from '../offline/update-toast.tsx';

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleX };
const SHOWN_MS = { info: 6000, success: 4000, warning: 12_000, error: 30_000 };

/** The notices of the store as toasts, read aloud as they come. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useStudio((state) => state.notices);
  return (
    <Toast.Provider label={t('notice.region')} swipeDirection="right">
      {notices.map((notice) => (
        <NoticeToast key={notice.id} notice={notice} />
      ))}
      <UpdateToast />
      <Toast.Viewport className="notices" label={t('notice.region')} />
    </Toast.Provider>
  );
}

function NoticeToast({ notice }: { notice: Notice }) {
  const { t, i18n } = useTranslation();
  const dismissNotice = useStudio((state) => state.dismissNotice);
  const Icon = ICONS[notice.kind];
  const { error } = notice;
  return (
    <Toast.Root
      className={`notice ${notice.kind}`}
      data-testid="notice"
      data-kind={notice.kind}
      type={notice.kind === 'error' ? 'foreground' : 'background'}
      duration={SHOWN_MS[notice.kind]}
      onOpenChange={(open) => !open && dismissNotice(notice.id)}
    >
      <Icon className="notice-icon" aria-hidden />
      <div className="notice-text">
        <Toast.Title>{translateMessage(notice.message, notice.values)}</Toast.Title>
        {error && (
          <Toast.Description className="hint">
            {[error.message, error.details.found, error.details.hint]
              .flatMap((text) => (text ? [translateSentence(text, i18n.language)] : []))
              .join(' · ')}
          </Toast.Description>
        )}
      </div>
      {notice.action && (
        <Toast.Action asChild altText={translateMessage(notice.action.label)}>
          <button
            type="button"
            className="button small"
            data-testid="notice-action"
            onClick={notice.action.run}
          >
            {translateMessage(notice.action.label)}
          </button>
        </Toast.Action>
      )}
      <Toast.Close asChild>
        <IconButton small label={t('notice.dismiss')} icon={<X />} />
      </Toast.Close>
    </Toast.Root>
  );
}
