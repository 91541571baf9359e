/** What surrounds the workspaces. */
export const shell = {
  theme: '外观',
  dark: '深色',
  light: '浅色',
  system: '跟随系统',
  help: '帮助',
  roomBroken: '未能打开该工作区。没有任何内容丢失：重新载入可再试一次，也可在其他工作区继续。',
  updateTitle: 'CytoForge 有新版本可用。',
  updateText: '重新载入即可使用，页面会恢复到现在的样子。',
  updateBusy: '等当前任务完成后即可使用。',
  updateTake: '重新载入',
  updateLater: '以后再说',
};
