/** What the reader of CellProfiler's pipelines says, in Chinese. */
export const PIPELINE_SENTENCES: [english: string, chinese: string][] = [
  ['This is not a CellProfiler pipeline.', '这不是 CellProfiler 流程文件。'],
  ['Export the pipeline from CellProfiler again.', '请从 CellProfiler 重新导出该流程。'],
  ['The pipeline ends too soon.', '流程文件不完整。'],
  ['This version of a pipeline file is not known.', '无法识别该版本的流程文件。'],
  ['A setting of the pipeline cannot be used here.', '流程中的某项设置无法在此使用。'],
  ['A module of the pipeline lacks settings.', '流程中的某个模块缺少设置。'],
  ['The pipeline’s threshold settings are of another version.', '流程的阈值设置属于其他版本。'],
  [
    'Open the pipeline in CellProfiler 4 and export it again.',
    '请在 CellProfiler 4 中打开该流程并重新导出。',
  ],
  ['A module of the pipeline is of another revision.', '流程中的某个模块属于其他修订版。'],
  [
    'The pipeline changes the image before objects are identified.',
    '该流程在识别对象之前修改了图像。',
  ],
  ['an image as it was loaded', '原样载入的图像'],
  [
    'Make the image in CellProfiler and save it, or remove the module.',
    '请在 CellProfiler 中生成并保存该图像，或删除该模块。',
  ],
  ['The pipeline grows objects that are not identified here.', '该流程要扩展的对象并未在此识别。'],
  ['The pipeline identifies no objects.', '该流程没有识别任何对象。'],
  ['The image lacks a channel that the pipeline needs.', '图像缺少该流程所需的通道。'],
  ['Choose which channel each image of the pipeline is.', '请选择流程中每幅图像对应的通道。'],
  ['Only CellProfiler runs a pipeline.', '只有 CellProfiler 能运行流程。'],
  ['The image has too many objects.', '图像中的对象过多。'],
  ['a largest value that is not below the smallest', '不小于最小值的最大值'],
];
