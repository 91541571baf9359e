/** The spots workspace. */
export const spots = {
  title: '光点',
};
