/** The dialog's three sides: a link, code for a course page, files. They share one set of options. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { encodeHash } from '../spec/url-codec';
import { Segmented } from '../ui/segmented';
import { AddressField } from './address-field';
import { baseOf, fullAddress, isPublic } from './addresses';
import { CopyText } from './copy-text';
import { DownloadSide } from './download-side';
import { useEmbedMessages } from './embed-messages';
import { defaultEmbedOptions } from './embed-options';
import { EmbedSide } from './embed-side';
import './share.css';
import type { ShareSource } from './share-source';

const sides = ['link', 'embed', 'download'] as const;

export function ShareBody({ source }: { readonly source: ShareSource }) {
  const words = useEmbedMessages();
  const [side, setSide] = useState<(typeof sides)[number]>('link');
  const state = useStore(source.lab, (store) => store.state);
  const changed = useStore(source.experiment, (store) => store.changedByHand);
  const [options, setOptions] = useState(defaultEmbedOptions);
  const [title, setTitle] = useState(`Tied: ${source.question}`);
  const own = baseOf(location.href);
  const [typed, setTyped] = useState<string | null>(null);
  // A copy that nobody else can reach leads to where the build is served, if that is known.
  const home = [own, source.site].find(isPublic) ?? null;
  const base = typed ?? home ?? own;
  const hash = encodeHash(source.table, source.labId, state);
  const chosen = { base, hash, title, options };
  return (
    <div className="share">
      <Segmented
        legend={words.tabs.label}
        look="tabs"
        value={side}
        onChange={setSide}
        segments={sides.map((value) => ({ value, label: words.tabs[value] }))}
      />
      {changed && <p className="share-changed">{words.byHand}</p>}
      {side !== 'download' && home === null && <AddressField onChange={setTyped} />}
      {side === 'link' && (
        <>
          <p>{words.link.lead}</p>
          <CopyText
            key={base + hash}
            look="line"
            label={words.link.link}
            text={fullAddress(base, hash)}
            copy={words.link.copy}
          />
        </>
      )}
      {side === 'embed' && (
        <EmbedSide
          {...chosen}
          preview={source.isSingleFile ? null : own}
          presetOf={source.presetOf}
          onOptions={setOptions}
          onTitle={setTitle}
        />
      )}
      {side === 'download' && <DownloadSide {...chosen} source={source} own={own} />}
    </div>
  );
}
