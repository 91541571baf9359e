/** What a training of segmenters says when something cannot be done, in Chinese. */
export const TRAINING_SENTENCES: [english: string, chinese: string][] = [
  ['The loss is no number any more.', '损失已不再是有效数值。'],
  ['Train with a lower learning rate.', '请用更低的学习率训练。'],
  ['The checkpoint is of a training with other options.', '该检查点来自选项不同的训练。'],
  ['The training has kept no weights yet.', '训练尚未保存任何权重。'],
  ['There are no images to train with.', '没有可用于训练的图像。'],
  ['labels alone', '只有标签'],
  ['an image for each', '每个标签都有一幅图像'],
  ['An image and its labels differ in size.', '图像与其标签的尺寸不同。'],
];
