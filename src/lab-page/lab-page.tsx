/**
 * The frame of a lab page: question, switch, acts, transport, stage, evidence, explanation: always in the same
 * places. A lab fills the slots. On phones the switch and the transport stick to the bottom.
 */
import type { ReactNode } from 'react';
import './lab-page.css';
import './lab-controls.css';
import './embed.css';
import './print.css';
import { useMessages } from '../ui/messages-context';
import { Announcer } from './announcer';
import { useShows } from './bench';
import { Notices } from './notices';
import { ScrubberBar, Transport } from './transport';
import type { TransportModel } from './transport-model';

export function LabPage(props: {
  /** Name of the act: the transport is made anew for each. */
  readonly act: string;
  readonly question: string;
  readonly lead: string;
  /** What the learner gives to the stage, beside the question. */
  readonly aside?: ReactNode;
  /** The sharing switch. */
  readonly switch: ReactNode;
  readonly acts: ReactNode;
  /** Hook that gives the transport of this act; only the transport bar renders when it changes. */
  readonly useTransport: () => TransportModel;
  /** Networks train on this act. */
  readonly trains: boolean;
  /** Data, examples, seed: shown where networks train. */
  readonly benchLine: ReactNode;
  readonly stage: ReactNode;
  readonly evidence: ReactNode;
  /** A closer look, below the evidence; may be nothing. */
  readonly details: ReactNode;
  readonly explanation: ReactNode;
}) {
  const { labPage } = useMessages();
  const shows = useShows();
  return (
    <main className="lab-page" id="content">
      <header className="lab-header">
        <h1>{props.question}</h1>
        <p className="lab-lead">{props.lead}</p>
        {props.aside && <div className="lab-aside">{props.aside}</div>}
      </header>
      {shows('acts') && <div className="lab-acts">{props.acts}</div>}
      <div className="lab-controls">
        {props.switch}
        {shows('transport') && <Transport key={props.act} useModel={props.useTransport} />}
      </div>
      <div className="lab-bench">
        {props.benchLine}
        {shows('transport') && <ScrubberBar key={props.act} useModel={props.useTransport} />}
      </div>
      <Notices trains={props.trains} />
      <Announcer />
      <div className="lab-stage">{props.stage}</div>
      {shows('evidence') && props.evidence}
      {props.details && <div className="lab-details">{props.details}</div>}
      {shows('explain') && (
        <section className="lab-explanation card">
          <h2>{labPage.explanation}</h2>
          {props.explanation}
        </section>
      )}
    </main>
  );
}
