/** The spots workspace. */
export const spots = {
  title: 'Spots',
};
