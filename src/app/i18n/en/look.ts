/** Display settings, comparisons, the layer inspector, the search and favourites. */
export const look = {
  compare: {
    divider: 'Divider: {{left}} on the left, {{right}} on the right',
    shows: 'What is to be seen now',
    opacity: 'Opacity of the upper layer',
    rate: 'Changes per second',
    perSecond: '{{n}} / s',
    pause: 'Stop blinking',
    go: 'Blink',
    swap: 'Show the other one',
  },
};
