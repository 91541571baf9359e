import type { SliceContext } from './slice-context.ts';
import type { InterfaceSlice } from './studio-state.ts';

const LANGUAGE_KEY = 'cytoforge.language';
/** More than this many lines in the corner help nobody: the oldest go. */
const MOST_NOTICES = 5;

/** The stored language, else the browser's, else English. */
export function preferredLanguage(): InterfaceSlice['language'] {
  const stored = readStorage(LANGUAGE_KEY);
  if (stored === 'en' || stored === 'zh-CN') return stored;
  const browser = typeof navigator === 'undefined' ? '' : (navigator.language ?? '');
  return browser.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Language, workspace and notices. The same notice twice stays one line. */
export function createInterfaceSlice({ set }: SliceContext): InterfaceSlice {
  let made = 0;
  return {
    language: preferredLanguage(),
    workspace: 'explore',
    notices: [],
    setLanguage(language) {
      writeStorage(LANGUAGE_KEY, language);
      set({ language });
    },
    openWorkspace(workspace) {
      set({ workspace });
    },
    notify(notice) {
      made += 1;
      const line = { ...notice, id: `notice-${made}` };
      set(({ notices }) => ({
        notices: [...notices.filter(({ message }) => message !== line.message), line].slice(
          -MOST_NOTICES,
        ),
      }));
    },
    dismissNotice(id) {
      set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
    },
  };
}

// Storage may be forbidden (private windows, embedded pages); the page then forgets, nothing else.
function readStorage(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function writeStorage(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value);
  } catch {
    return;
  }
}
