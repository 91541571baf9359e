/** What Mesmer and the reader of TensorFlow.js models say, in Chinese. */
export const MESMER_SENTENCES: [english: string, chinese: string][] = [
  ['This TensorFlow.js model cannot be read.', '无法读取该 TensorFlow.js 模型。'],
  [
    'Convert the model again with tensorflowjs_converter.',
    '请用 tensorflowjs_converter 重新转换该模型。',
  ],
  ['This is not the PanopticNet of Mesmer.', '这不是 Mesmer 的 PanopticNet。'],
  ['Convert the original model again.', '请重新转换原始模型。'],
  ['Choose the files of another model.', '请选择其他模型的文件。'],
  ['The model has no tensor %1.', '模型中没有张量 %1。'],
  ['The image has no such channel.', '图像中没有这个通道。'],
  ['The model does not outline this compartment.', '该模型不能勾画这种区域。'],
  ['The image is too large at the network’s pixel size.', '按网络的像素尺寸缩放后，图像过大。'],
  ['Check the size of a pixel.', '请检查像素尺寸。'],
];
