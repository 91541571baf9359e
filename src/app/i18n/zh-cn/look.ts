/** Display settings, comparisons, the layer inspector, the search and favourites. */
export const look = {
  compare: {
    divider: '分隔线：左侧为{{left}}，右侧为{{right}}',
    shows: '当前显示的内容',
    opacity: '上层不透明度',
    rate: '每秒切换次数',
    perSecond: '{{n}} 次/秒',
    pause: '停止闪烁',
    go: '闪烁',
    swap: '切换到另一层',
  },
};
