import type { KeptSample } from './kept-sample.ts';

/** What one tab tells the others of kept samples. */
export type KeptNews = { kept: KeptSample } | { forgotten: string };

/** The other tabs of this browser; where there is no way to reach them, nobody is told. */
export interface KeptChannel {
  tell(news: KeptNews): void;
  listen(listener: (news: KeptNews) => void): void;
}

const NAME = 'cytoforge.kept';

/** Opens the channel. */
export function keptChannel(): KeptChannel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, listen: () => {} };
  const channel = new BroadcastChannel(NAME);
  // Node would wait for it for ever.
  (channel as BroadcastChannel & { unref?(): void }).unref?.();
  return {
    tell: (news) => channel.postMessage(news),
    listen(listener) {
      channel.addEventListener('message', ({ data }) => listener(data as KeptNews));
    },
  };
}
