/** 探索工作区视图下方：在潜空间中移动的方式。 */
export const navigate = {
  title: '潜空间导航',
  seeds: '种子',
  seedsHint: '按种子浏览样本',
  find: '查找',
  findHint: '按内容查找样本',
  favourites: '收藏',
  favouritesHint: '收藏过或写过备注的样本',
  plane: '平面',
  planeHint: '在种子之间拖动漫游',
  walk: '漫步',
  walkHint: '沿时间轴在关键帧之间移动',
  sweep: '扫描',
  sweepHint: '当前样本在各截断值下的样子',
  jitter: '邻近',
  jitterHint: '与当前样本略有不同的样本',
};

export const plane = {
  pad: '潜空间平面：方向键移动，按住 Shift 走十步，+ 与 − 改变步长，回车对齐到种子',
  place: '位于 x {{x}}，y {{y}}：{{parts}}',
  elsewhere: '该混合样本不在平面上。拖动或单击可从其种子处继续。',
  x: '位置 x：每格相差一个种子',
  y: '位置 y：每格相差 100 个种子',
  snap: '对齐到最近的种子',
  reset: '回到 x 0，y 0',
  step: '步长 {{step}}',
  finer: '更细的步长',
  coarser: '更粗的步长',
  drift: '漂移',
  stop: '停止',
  velocityX: 'x 方向速度（种子/秒）',
  velocityY: 'y 方向速度（行/秒）',
  perSecond: '/ 秒',
};

export const walk = {
  empty: '漫步从一个样本走到另一个样本。添加当前样本，或添加已固定的种子。',
  addCurrent: '添加当前样本',
  addPinned: '添加已固定的种子（{{n}}）',
  clear: '移除所有关键帧',
  play: '播放',
  pause: '暂停',
  loop: '循环：最后一个关键帧接回第一个',
  seconds: '相邻关键帧间隔的秒数',
  secondsUnit: '秒/段',
  curve: '关键帧之间的路径',
  linear: '线性',
  linearHint: '在关键帧之间走直线',
  cubic: '三次',
  cubicHint: '平滑曲线，与插值视频相同',
  video: '视频…',
  keyframe: '第 {{n}} 个关键帧，共 {{count}} 个：{{name}}',
  remove: '移除第 {{n}} 个关键帧',
  blend: '混合 {{seed}}',
  again: '回到开头',
  playhead: '播放头',
  time: '第 {{at}} 秒，共 {{all}} 秒',
};

export const sweep = {
  what: '当前样本，ψ 从 −1 到 2',
  steps: '步数',
  take: '截断 ψ {{psi}}',
  average: '平均',
};

export const jitter = {
  strength: '强度',
  strengthHint: '每个邻近样本中另一种子所占的比例：0 为当前样本，1 为另一种子。',
  roll: '重新抽取',
  back: '返回',
  backSteps: '返回（{{n}}）',
  centre: '当前',
  centreLabel: '当前样本',
  take: '前往靠近种子 {{seed}} 的邻近样本',
};
