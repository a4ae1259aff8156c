/** The best that one answer to all held-out digits can do in the second task: its name and share, once they are counted. */
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { useMessages } from '../../../ui/messages-context';
import { useMultiTask } from '../use-multi-task';
import { constantAnswer } from './constant-answer';

export function useConstantAnswer(): { readonly name: string; readonly share: number } | null {
  const { multiTaskLab } = useMessages();
  const { experiment } = useBench();
  const second = useMultiTask((state) => state.data);
  const answer = useStore(experiment, (state) => constantAnswer(state)?.answer ?? null);
  const share = useStore(experiment, (state) => constantAnswer(state)?.share ?? null);
  return answer === null || share === null ? null : { name: multiTaskLab.classes[second][answer], share };
}
