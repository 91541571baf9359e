/** What surrounds the workspaces. */
export const shell = {
  theme: '外观',
  dark: '深色',
  light: '浅色',
  system: '跟随系统',
  help: '帮助',
};
