/** The tour of the first visit. */
export const tour = {
  restart: '快速入门',
  seedTitle: '挑选种子',
  seedText: '每个种子对应一个样本：一张细胞掩膜和它的荧光图像。点选任意一个，或用方向键逐个查看。',
  styleTitle: '选择纹理',
  styleText: '为所有细胞指定同一种纹理，或让每个细胞各自抽取。掩膜不变，因此标签始终准确。',
  downloadTitle: '带走一份数据集',
  downloadText:
    '一个 ZIP，包含四个种子的掩膜、实例标签和图像，以及可重新生成它们的配方。需要更多样本时，请使用“导出”。',
  next: '下一步',
  back: '上一步',
  skip: '跳过',
  download: '下载 ZIP',
  progress: '{{current}} / {{total}}',
};
