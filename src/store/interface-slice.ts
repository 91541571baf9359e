import { readStorage, writeStorage } from './browser-storage.ts';
import type { SliceContext } from './slice-context.ts';
import type { InterfaceSlice } from './studio-state.ts';

const LANGUAGE_KEY = 'cytoforge.language';
/** `public/theme.js` reads it too, before the first paint. */
const THEME_KEY = 'cytoforge.theme';
/** More than this many lines in the corner help nobody: the oldest go. */
const MOST_NOTICES = 5;

/** The stored language, else the browser's, else English. */
export function preferredLanguage(): InterfaceSlice['language'] {
  const stored = readStorage(LANGUAGE_KEY);
  if (stored === 'en' || stored === 'zh-CN') return stored;
  const browser = typeof navigator === 'undefined' ? '' : (navigator.language ?? '');
  return browser.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** The stored theme; dark where none is. */
function preferredTheme(): InterfaceSlice['theme'] {
  const stored = readStorage(THEME_KEY);
  return stored === 'light' || stored === 'system' ? stored : 'dark';
}

/** Language, theme, workspace and notices. The same notice twice stays one line. */
export function createInterfaceSlice({ set }: SliceContext): InterfaceSlice {
  let made = 0;
  return {
    language: preferredLanguage(),
    theme: preferredTheme(),
    workspace: 'explore',
    notices: [],
    setLanguage(language) {
      writeStorage(LANGUAGE_KEY, language);
      set({ language });
    },
    setTheme(theme) {
      writeStorage(THEME_KEY, theme);
      set({ theme });
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
