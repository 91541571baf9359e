import { useStudio } from '../../store/studio-store.ts';

/** Copies the address of this view, and says so. */
export async function shareLink(): Promise<void> {
  const { notify } = useStudio.getState();
  try {
    await navigator.clipboard.writeText(location.href);
    notify({ kind: 'success', message: 'app.shared' });
  } catch {
    notify({ kind: 'warning', message: 'app.shareFailed' });
  }
}
