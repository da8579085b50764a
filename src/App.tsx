import { useEffect, useState } from 'react';
import { Header } from './components/Header.tsx';
import { Shortcuts } from './components/Shortcuts.tsx';
import { ChallengeList } from './pages/ChallengeList.tsx';
import { ChallengePage } from './pages/ChallengePage.tsx';
import { Functions } from './pages/Functions.tsx';
import { NotFound } from './pages/NotFound.tsx';
import { Scratchpad } from './pages/Scratchpad.tsx';
import { useProgress } from './state/progress.ts';
import { useRoute } from './state/route.ts';
import type { Route } from './state/route.ts';

export function App() {
  const route = useRoute();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const load = useProgress((s) => s.load);
  useEffect(() => void load(), [load]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('textarea, input, [contenteditable], .monaco-editor') !== null;
      if (event.key === '?' && !isTyping) setHelpOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <Header route={route} onHelp={() => setHelpOpen(true)} />
      <Page route={route} />
      <Shortcuts isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'list':
      return <ChallengeList />;
    case 'challenge':
      return <ChallengePage key={route.id} id={route.id} />;
    case 'scratchpad':
      return <Scratchpad />;
    case 'functions':
      return <Functions key={route.name} name={route.name} />;
    case 'unknown':
      return <NotFound path={route.path} />;
  }
}
