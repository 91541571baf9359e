/** What surrounds the workspaces. */
export const shell = {
  theme: 'Theme',
  dark: 'Dark',
  light: 'Light',
  system: 'As the system',
  help: 'Help',
};
