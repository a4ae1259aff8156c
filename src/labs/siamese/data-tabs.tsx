/** The two data sets as tabs, in the place where other labs have their acts. */
import { useMessages } from '../../ui/messages-context';
import { Segmented } from '../../ui/segmented';
import { siameseParameters } from './parameters';
import { useSetSiamese, useSiamese } from './use-siamese';

export function DataTabs() {
  const { siameseLab: words } = useMessages();
  const data = useSiamese((state) => state.data);
  const set = useSetSiamese();
  return (
    <Segmented
      legend={words.dataLegend}
      look="tabs"
      value={data}
      onChange={(value) => set({ data: value })}
      segments={siameseParameters.data.options.map((value) => ({ value, label: words.data[value] }))}
    />
  );
}
