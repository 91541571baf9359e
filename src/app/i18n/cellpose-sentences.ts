/** What Cellpose, its checkpoints and its training say when something cannot be done, in Chinese. */
export const CELLPOSE_SENTENCES: [english: string, chinese: string][] = [
  ['This is no network of Cellpose’s.', '这不是 Cellpose 的网络。'],
  ['There are more objects than a label map can hold.', '对象数量超出了标签图的容量。'],
];
