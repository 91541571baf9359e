/** What surrounds the workspaces. */
export const shell = {
  theme: 'Theme',
  dark: 'Dark',
  light: 'Light',
  system: 'As the system',
  help: 'Help',
  roomBroken:
    'This workspace could not be opened. Nothing is lost: reload to try again, or go on in another one.',
  updateTitle: 'A new version of CytoForge is ready.',
  updateText: 'Reload to use it. The page opens again as it is now.',
  updateBusy: 'It can be used once the running job is done.',
  updateTake: 'Reload',
  updateLater: 'Later',
};
