/** The one way out of an embed: the same bench in a page of its own, with everything around it. */
import { useStore } from 'zustand';
import type { Bench } from '../lab-page/bench';
import { encodeHash } from '../spec/url-codec';
import { useMessages } from '../ui/messages-context';
import { fullVersionAddress } from './full-version-address';

export function FullVersionLink({ bench }: { readonly bench: Bench }) {
  const { labPage } = useMessages();
  const state = useStore(bench.lab, (store) => store.state);
  const hash = encodeHash(bench.table, bench.labId, state);
  const address = fullVersionAddress(location.href, hash);
  if (!address) return null;
  return (
    <footer className="full-version">
      <a href={address} target="_blank" rel="noopener">
        {labPage.fullVersion}
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          <path d="M3 1h6v6M9 1 1 9" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </a>
    </footer>
  );
}
