import { beforeEach, describe, expect, it } from 'vitest';
import { useStudio } from '../../store/studio-store.ts';
import { edit, redoSpots, undoSpots } from './edit-spots.ts';
import {
  addCluster,
  addScatter,
  changeCluster,
  clearSpots,
  duplicateCluster,
  removeCluster,
  takeFiveClusters,
} from './spot-actions.ts';
import { useSpotsSurface } from './spots-surface.ts';

const spots = () => useStudio.getState().view.spots;
const streams = () => spots()?.clusters.map(({ stream }) => stream);

beforeEach(() => {
  useStudio.setState({ view: { ...useStudio.getState().view, spots: null, optics: null } });
});

describe('what a person does to spots', () => {
  it('adds clusters where they are wanted, and selects them', () => {
    addCluster({ x: 10.126, y: 20 });
    expect(spots()?.clusters[0]).toMatchObject({ x: 10.13, y: 20, count: 40 });
    addCluster();
    expect(useSpotsSurface.getState().selected).toBe(1);
    expect(spots()?.clusters[1]).toMatchObject({ x: 128, y: 128 });
  });

  it('keeps the random streams of clusters when others come and go', () => {
    takeFiveClusters();
    removeCluster(1);
    expect(streams()).toEqual([0, 2, 3, 4]);
    duplicateCluster(3);
    expect(streams()).toEqual([0, 2, 3, 4, 1]);
    expect(spots()?.clusters[4].count).toBe(spots()?.clusters[3].count);
  });

  it('names streams of clusters from a link that says none', () => {
    takeFiveClusters();
    const plain = (spots()?.clusters ?? []).map(({ stream, ...cluster }) => cluster);
    edit({ spots: spots() && { ...spots()!, clusters: plain } });
    removeCluster(0);
    expect(streams()).toEqual([1, 2, 3, 4]);
  });

  it('goes step by step back and forth', () => {
    addCluster();
    addScatter('membranes');
    changeCluster(0, { x: 5 }, 'drag 1');
    changeCluster(0, { x: 6 }, 'drag 1');
    clearSpots();
    undoSpots();
    expect(spots()?.clusters[0].x).toBe(6);
    undoSpots();
    expect(spots()?.clusters[0].x).toBe(128);
    undoSpots();
    expect(spots()?.scatters).toEqual([]);
    undoSpots();
    undoSpots();
    expect(spots()).toBeNull();
    for (let i = 0; i < 9; i++) redoSpots();
    expect(spots()).toBeNull();
    undoSpots();
    expect(spots()?.scatters).toEqual([{ region: 'membranes', density: 2 }]);
  });

  it('takes no step back to spots from before another place changed them', () => {
    addCluster();
    useStudio.setState({ view: { ...useStudio.getState().view, spots: null } });
    undoSpots();
    expect(spots()).toBeNull();
  });
});
