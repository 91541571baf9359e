/** The dataset workspace. */
export const dataset = {
  title: '数据集',
};
