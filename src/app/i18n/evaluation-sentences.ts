/** What the comparison of segmentations with their truth says, in Chinese. */
export const EVALUATION_SENTENCES: [english: string, chinese: string][] = [
  ['Truth and prediction differ in size.', '真值与预测的尺寸不同。'],
  ['Two label maps belong to the same image.', '两个标签图属于同一幅图像。'],
  ['one label map for every image', '每幅图像一个标签图'],
  ['Label maps have no partner of the same name.', '有标签图没有同名的对应图。'],
  ['maps of these names in %1', '%1 中有这些名称的标签图'],
  ['%1 and %2 more', '%1 以及另外 %2 个'],
  ['Use --common to leave them out.', '用 --common 忽略它们。'],
];
