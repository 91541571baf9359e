import type { StyleNotice } from '../pipeline/encode-styles.ts';

/** What was done to an image on its way into a network. */
export type FileNotice =
  | StyleNotice
  /** The original reads 8-bit instance maps as fractions, so that features see one region. */
  | 'instances-of-8-bits';

const IN_WORDS: Record<FileNotice, string> = {
  'scaled-from-16-bit': '16-bit levels were scaled to 8 bits',
  'scaled-from-few-bits': 'levels of few bits were spread over 8',
  'palette-expanded': 'palettes were replaced by their colours',
  'opaque-alpha-dropped': 'opaque alpha was dropped',
  'laid-over-black': 'transparent pixels were laid over black',
  'scaled-from-float': 'levels with fractions were spread over 8 bits',
  'first-page-read': 'of several pages the first was read',
  'grey-repeated': 'grey was repeated to RGB',
  'objects-found': "objects were found by Otsu's threshold and the watershed",
  'mask-split': 'a 0/255 mask was split into objects by the watershed',
  'scaled-to-model': 'the image was scaled as the model was trained',
  padded:
    'the size is no multiple of what the network halves: mirrored at the edge and cropped back',
  'instances-of-8-bits':
    '8-bit instance maps give edges but one region of features, as in the original: save them with 16 bits',
};

/** Counts notices over many images, to say each once. */
export interface NoticeCount {
  add(notices: Iterable<FileNotice>): void;
  /** One line for each kind. */
  lines(): string[];
}

/** An empty count. */
export function noticeCount(): NoticeCount {
  const counts = new Map<FileNotice, number>();
  return {
    add(notices) {
      for (const notice of notices) counts.set(notice, (counts.get(notice) ?? 0) + 1);
    },
    lines: () =>
      [...counts].map(([notice, count]) => {
        return `${IN_WORDS[notice]} (${count} ${count === 1 ? 'image' : 'images'})`;
      }),
  };
}
