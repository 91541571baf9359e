/** What CellProfiler's modules say when something cannot be done, in Chinese. */
export const CELLPROFILER_SENTENCES: [english: string, chinese: string][] = [
  ['The adaptive window does not fit the image.', '自适应窗口与图像大小不符。'],
  ['%1 pixels for an image of %2 × %3', '%1 像素，而图像为 %2 × %3'],
  ['2 to %1 pixels: at most half of each side', '2 到 %1 像素：最多为每边的一半'],
  [
    'Choose a smaller window, or the global threshold strategy.',
    '请选择更小的窗口，或改用全局阈值策略。',
  ],
];
