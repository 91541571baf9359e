/** What Cellpose, its checkpoints and its training say when something cannot be done, in Chinese. */
export const CELLPOSE_SENTENCES: [english: string, chinese: string][] = [
  ['This is no network of Cellpose’s.', '这不是 Cellpose 的网络。'],
  ['There are more objects than a label map can hold.', '对象数量超出了标签图的容量。'],
  ['The image has no pixels.', '图像没有像素。'],
  ['The image does not have this channel.', '图像没有这个通道。'],
  ['Segment grey, or choose a channel that the image has.', '请分割灰度，或选择图像中存在的通道。'],
  ['The image would be too large at this diameter.', '按此直径缩放后，图像会过大。'],
  [
    'Give a larger diameter, or a smaller part of the image.',
    '请给出更大的直径，或选取图像的较小部分。',
  ],
  ['%1 is no size model of Cellpose’s.', '%1 不是 Cellpose 的尺寸模型。'],
  ['Choose the size_….npy that belongs to the model.', '请选择属于该模型的 size_….npy。'],
  ['%1 is of another model.', '%1 属于另一个模型。'],
];
