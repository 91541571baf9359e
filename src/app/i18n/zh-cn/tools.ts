/** The tools workspace. */
export const tools = {
  title: '工具',
};
