/** The sharing switch, the biggest control of the page, and Compare beside it. */
import { useStore } from 'zustand';
import type { NetworkId } from '../spec/experiment-spec';
import { useMessages } from '../ui/messages-context';
import { Segmented } from '../ui/segmented';
import { Toggle } from '../ui/toggle';
import { networkLook } from '../views/network-look';
import { useBench, useShows } from './bench';

export function SharingSwitch(props: {
  readonly networks: readonly NetworkId[];
  /** False where both networks are never shown at once, so that Compare would change nothing. */
  readonly comparable: boolean;
  /** What Compare does, where it does not put all networks in lockstep. */
  readonly compareHint?: string;
}) {
  const { lab } = useBench();
  const shows = useShows();
  const { labPage } = useMessages();
  const sharing = useStore(lab, (store) => store.state.sharing as NetworkId);
  const compare = useStore(lab, (store) => store.state.compare === true);
  const comparable = props.comparable && shows('compare');
  if (!shows('switch') && !comparable) return null;
  return (
    <div className="sharing-switch">
      {shows('switch') && (
        <Segmented
          legend={labPage.sharing}
          size="large"
          value={sharing}
          onChange={(value) => lab.getState().set({ sharing: value })}
          segments={props.networks.map((network) => ({
            value: network,
            label: labPage.networks[network],
            tone: networkLook[network].tone,
          }))}
        />
      )}
      {comparable && (
        <Toggle
          on={compare}
          label={labPage.compare}
          hint={props.compareHint ?? labPage.compareHint[props.networks.length > 2 ? 'more' : 'two']}
          onChange={(on) => lab.getState().set({ compare: on })}
        />
      )}
    </div>
  );
}
