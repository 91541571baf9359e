/** The tools workspace. */
export const tools = {
  title: 'Tools',
};
