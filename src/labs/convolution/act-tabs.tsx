/** The three acts as tabs. */
import { useMessages } from '../../ui/messages-context';
import { Segmented } from '../../ui/segmented';
import { convolutionParameters } from './parameters';
import { useConvolution, useSetConvolution } from './use-convolution';

export function ActTabs() {
  const { convolution, labPage } = useMessages();
  const act = useConvolution((state) => state.act);
  const set = useSetConvolution();
  return (
    <Segmented
      legend={labPage.acts}
      look="tabs"
      value={act}
      onChange={(value) => set({ act: value })}
      segments={convolutionParameters.act.options.map((value) => ({ value, label: convolution.acts[value] }))}
    />
  );
}
