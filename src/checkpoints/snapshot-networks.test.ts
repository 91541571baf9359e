import { describe, expect, it } from 'vitest';
import { bytesSource } from './byte-source.ts';
import { fixture, fixtureBytes } from './fixtures/open-fixture.ts';
import { snapshotNetworks } from './snapshot-networks.ts';
import { openStyleGan3Snapshot, openStyleGanSnapshot } from './stylegan-snapshot.ts';

const FILE = '02_sg3_t32_cond.pkl';
const WEIGHT = 'mapping.fc0.weight';

/** The fixture without an averaged generator. */
function unaveraged() {
  const text = Buffer.from(fixtureBytes(FILE)).toString('latin1');
  expect(text.split('G_ema')).toHaveLength(2);
  return bytesSource('odd.pkl', Buffer.from(text.replace('G_ema', 'H_ema'), 'latin1'));
}

describe('the networks of a snapshot', () => {
  it('are listed', () => {
    expect(snapshotNetworks(fixture(FILE))).toEqual(['G_ema', 'G', 'D']);
    expect(snapshotNetworks(unaveraged())).toEqual(['G', 'D']);
  });

  it('are each of their own weights', () => {
    const [averaged, trained] = (['G_ema', 'G'] as const).map((network) => {
      const opened = openStyleGanSnapshot(fixture(FILE), network);
      expect(opened.network).toBe(network);
      return opened.weights.read(WEIGHT).data;
    });
    expect(trained).not.toEqual(averaged);
    const unsaid = openStyleGanSnapshot(fixture(FILE));
    expect(unsaid.network).toBe('G_ema');
    expect(unsaid.weights.read(WEIGHT).data).toEqual(averaged);
  });

  it('are read from G where there is no G_ema, unless that was asked for', () => {
    const opened = openStyleGan3Snapshot(unaveraged());
    expect(opened.network).toBe('G');
    const trained = openStyleGan3Snapshot(fixture(FILE), 'G');
    expect(opened.weights.read(WEIGHT)).toEqual(trained.weights.read(WEIGHT));
    expect(() => openStyleGan3Snapshot(unaveraged(), 'G_ema')).toThrow(
      expect.objectContaining({
        code: 'wrong-architecture',
        details: expect.objectContaining({ where: 'G_ema' }),
      }),
    );
  });
});
