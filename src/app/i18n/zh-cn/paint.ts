/** The paint workspace. */
export const paint = {
  title: '绘制',
};
