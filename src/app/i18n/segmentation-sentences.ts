import { CELLPROFILER_SENTENCES } from './cellprofiler-sentences.ts';
import { MESMER_SENTENCES } from './mesmer-sentences.ts';
import { PIPELINE_SENTENCES } from './pipeline-sentences.ts';
import { TRAINING_SENTENCES } from './training-sentences.ts';

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
  ...CELLPROFILER_SENTENCES,
  ...MESMER_SENTENCES,
  ...PIPELINE_SENTENCES,
  ['The image has values that are no numbers.', '图像中有不是数字的值。'],
  ['finite values', '有限的数值'],
  ['Save the image with every value filled in.', '请补全所有像素值后重新保存图像。'],
  ...TRAINING_SENTENCES,
  ['The algorithm needs weights of its own network.', '该算法需要其自身网络的权重。'],
  ['Choose a model of this kind, or open one in Models.', '请选择这类模型，或在“模型”中打开一个。'],
  ['The checkpoint lacks a tensor of its network.', '检查点缺少其网络的某个张量。'],
  ['The weights are not loaded.', '权重尚未载入。'],
  ['a model that was opened here', '在此打开过的模型'],
  ['Open the model in Models and choose it again.', '请在“模型”中打开该模型，然后重新选择。'],
  ['The model segments no images.', '该模型不能分割图像。'],
  ['a segmentation network', '分割网络'],
  ['A pixel has no such size.', '像素没有这样的尺寸。'],
  ['micrometres, above 0', '微米，大于 0'],
  ['The algorithm has no weights.', '该算法没有权重。'],
  ['The algorithm needs weights that do not come along.', '该算法需要未随附的权重。'],
  ['The label maps would overwrite the images.', '标签图会覆盖图像。'],
  ['another folder than --in', '与 --in 不同的文件夹'],
  ['Two images would have the same label map.', '两幅图像会对应同一个标签图。'],
  ['names that differ in more than their extension', '除扩展名外也不相同的名称'],
  ['A tensor of Mask R-CNN is missing.', '缺少 Mask R-CNN 的某个张量。'],
  ['This Mask R-CNN has other anchors.', '这个 Mask R-CNN 使用不同的锚框。'],
  ['This is another kind of Mask R-CNN.', '这是另一种 Mask R-CNN。'],
  [
    'Choose one with a plain ResNet and feature pyramid, e.g. maskrcnn_resnet50_fpn.',
    '请选择使用普通 ResNet 和特征金字塔的模型，例如 maskrcnn_resnet50_fpn。',
  ],
];
