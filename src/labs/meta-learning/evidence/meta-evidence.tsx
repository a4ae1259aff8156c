/** The evidence of Meta-learning: errors along the run and while adapting, the loss, what the starts cost. */
import { addWords } from '../../../i18n/catalogue';
import { evidence as commonWords } from '../../../i18n/en/evidence';
import { metaLearningMore } from '../../../i18n/en/meta-learning-more';
import { LossCurves } from '../../../lab-page/evidence/curves';
import { EvidenceSummary, useShown } from '../../../lab-page/evidence/evidence';
import { useMessages } from '../../../ui/messages-context';
import { AdaptingCurves, FewStepsCurves } from './error-curves';
import { StartCosts } from './start-costs';

addWords({ evidence: commonWords, metaLearningMore });

export function MetaEvidence() {
  const { metaLearningMore: words } = useMessages();
  return (
    <section className="evidence card" aria-label={words.title} data-shown={useShown()}>
      <div className="evidence-charts">
        <FewStepsCurves />
        <AdaptingCurves />
        <LossCurves note={words.lossNote} />
      </div>
      <StartCosts />
      <EvidenceSummary />
    </section>
  );
}
