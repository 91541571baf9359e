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
];
