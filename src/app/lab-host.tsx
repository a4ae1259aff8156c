/**
 * Makes the stores of one lab and keeps them in step: the hash feeds the lab store, the lab store's state is
 * turned into an experiment, and both are handed down to the lab's page.
 */
import { useEffect, useState } from 'react';
import { ShareButton } from '../embed/share-button';
import type { Bench } from '../lab-page/bench';
import { BenchContext } from '../lab-page/bench';
import type { LabMeta, LabModule } from '../labs/lab-module';
import type { SettingsStore } from '../store/settings-store';
import { useMessages } from '../ui/messages-context';
import { connectBench, createBench, startBench } from './create-bench';
import { showPlace } from './frame-place';
import { FullVersionLink } from './full-version-link';
import { Header } from './header';
import { LabFailed } from './lab-failed';
import { LabPlaceholder } from './lab-placeholder';
import { presentation } from './presentation';
import { site } from './site';

export default function LabHost(props: { readonly meta: LabMeta; readonly settings: SettingsStore }) {
  const { meta, settings } = props;
  const [module, setModule] = useState<LabModule | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again
  useEffect(() => {
    let current = true;
    setFailed(false);
    meta.load().then(
      (loaded) => current && setModule(loaded),
      () => {
        if (!current) return;
        setFailed(true);
        showPlace({ kind: 'failed' });
      },
    );
    return () => {
      current = false;
    };
  }, [meta, attempt]);
  if (failed) return <LabFailed settings={settings} onRetry={() => setAttempt(attempt + 1)} />;
  if (!module) return <LabPlaceholder meta={meta} settings={settings} />;
  return <LiveLab meta={meta} module={module} settings={settings} />;
}

function LiveLab(props: {
  readonly meta: LabMeta;
  readonly module: LabModule;
  readonly settings: SettingsStore;
}) {
  const { meta, module, settings } = props;
  const messages = useMessages();
  const [bench, setBench] = useState<Bench | null>(null);
  useEffect(() => {
    const made = createBench(meta.id, module, settings);
    const disconnect = connectBench(made, module);
    let current = true;
    startBench(made, module).then(() => {
      if (!current) return;
      setBench(made);
      showPlace({ kind: 'lab', bench: made, module });
    });
    return () => {
      current = false;
      showPlace({ kind: 'loading' });
      disconnect();
      setBench(null);
    };
  }, [meta, module, settings]);
  useEffect(() => {
    document.title = messages.app.pageTitle(meta.name(messages));
    return () => {
      document.title = messages.app.name;
    };
  }, [meta, messages]);
  if (!bench) return <LabPlaceholder meta={meta} settings={settings} />;
  const { Lab } = module;
  return (
    <BenchContext value={bench}>
      <Header settings={settings}>
        {!presentation.hide.includes('share') && (
          <ShareButton
            source={{
              ...bench,
              question: meta.question(messages),
              isSingleFile: import.meta.env.MODE === 'single-file',
              presetOf,
              site,
              stage: () => document.querySelector('.lab-stage'),
            }}
          />
        )}
      </Header>
      <Lab />
      {presentation.embed && <FullVersionLink bench={bench} />}
    </BenchContext>
  );
}

async function presetOf(hash: string): Promise<string | null> {
  const { loadPresetCards } = await import('./preset-cards');
  return (await loadPresetCards()).find((card) => card.hash === hash)?.id ?? null;
}
