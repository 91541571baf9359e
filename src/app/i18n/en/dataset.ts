/** The dataset workspace. */
export const dataset = {
  title: 'Data set',
};
