/** The paint workspace. */
export const paint = {
  title: 'Paint',
};
