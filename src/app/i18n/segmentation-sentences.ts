import { MESMER_SENTENCES } from './mesmer-sentences.ts';

/** What segmenters, their checkpoints and the benchmark say when something cannot be done, in Chinese. */
export const SEGMENTATION_SENTENCES: [english: string, chinese: string][] = [
  ['A segmentation model makes no example.', '分割模型没有示例。'],
  ['Try it in the Benchmark workspace.', '请在基准测试工作区中试用。'],
  ['This model makes no samples.', '该模型不能生成样本。'],
  ['Segmentation models run in the Benchmark workspace.', '分割模型在基准测试工作区中运行。'],
  ['Checkpoints of this network are not read yet.', '目前还不能读取这种网络的检查点。'],
  ['A parameter of the segmentation cannot be used.', '分割的某个参数无法使用。'],
  ['%1 has no such parameter.', '%1 没有这个参数。'],
  ['This algorithm is not known here.', '这里没有这种算法。'],
  ...MESMER_SENTENCES,
];
