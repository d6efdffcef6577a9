// 导入以前的文件: choose or drop files, see what they hold, import what is new, take it back.

import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { importWords } from '../../words/import-words.ts';
import type { Actions } from '../actions.ts';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { Notice } from '../parts/notice.tsx';
import { SignInFirst } from '../parts/sign-in-first.tsx';
import type { PaneState } from '../state.ts';
import { ChooseFiles, FileButton } from './choose-files.tsx';
import { FileList, Summary } from './file-list.tsx';
import { ask, goOn, importState, read, send, startOver, stop } from './import-actions.ts';
import { chosenOf, countsOf } from './import-state.ts';
import type { ImportState, Stage } from './import-state.ts';
import { Sent, SentFoot } from './sent.tsx';
import { Undone } from './undone.tsx';
import './imports.css';

const text = importWords;

export function ImportScreen({ state, actions }: { state: PaneState; actions: Actions }) {
  const now = importState.value;
  const { stage } = now;
  useFocusOnStage(stage.is);
  useEffect(() => {
    if (state.busy === null) void goOn();
  }, [state.busy]);
  const isAtWork = stage.is === 'reading' || stage.is === 'sending' || stage.is === 'undoing';
  return (
    <>
      <Head state={state} actions={actions} title={text.title} />
      <main id="screen" tabIndex={-1} class="import" aria-busy={isAtWork}>
        {state.notice && <Notice notice={state.notice} actions={actions} />}
        {!state.session && <SignInFirst actions={actions} />}
        {now.waiting.length > 0 && (
          <p class="note-text" role="status">
            {isAtWork ? text.waitingFiles(now.waiting.length) : text.waitingForYou(now.waiting.length)}
          </p>
        )}
        {state.session && <Body now={now} isDisabled={state.busy !== null} />}
      </main>
      <Foot state={state} actions={actions}>
        {state.session && decisionOf(now, state.busy !== null, actions)}
      </Foot>
    </>
  );
}

/** The button that was pressed is gone with its stage: the keyboard goes on at the top of what came. */
function useFocusOnStage(stage: Stage['is']): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('screen')?.focus({ preventScroll: true });
  }, [stage]);
}

function Body({ now, isDisabled }: { now: ImportState; isDisabled: boolean }) {
  const { stage } = now;
  switch (stage.is) {
    case 'choosing':
      return <ChooseFiles now={now} isDisabled={isDisabled} onFiles={(files) => void read(files)} />;
    case 'reading':
    case 'sending':
    case 'undoing':
      return <AtWork stage={stage} />;
    case 'listed':
      return (
        <>
          <Summary read={stage.read} onAsk={() => void ask()} />
          <FileList read={stage.read} taken={now.taken} />
        </>
      );
    case 'sent':
      return <Sent outcome={stage.outcome} />;
    case 'undone':
      return <Undone outcome={stage.outcome} />;
  }
}

const titles = { reading: text.reading, sending: text.sending, undoing: text.undoing } as const;

function AtWork({ stage }: { stage: Extract<Stage, { is: 'reading' | 'sending' | 'undoing' }> }) {
  const { done, of, name } = stage.progress;
  const at = name === undefined ? (stage.files?.length ?? 0) : (stage.files?.indexOf(name) ?? 0);
  return (
    <section class="block">
      <div class="figure progress-title">
        <span class="strong">{titles[stage.is]}</span>
        {stage.files && <span class="muted push">{text.readingOf(at, stage.files.length)}</span>}
      </div>
      <progress value={of === 0 ? 1 : done / of} max="1" aria-label={stage.is === 'reading' ? text.progress : titles[stage.is]} />
      <p class="note-text muted file-name" role="status">
        {stage.is === 'reading' ? (name ?? '') : text.sendingNote}
      </p>
    </section>
  );
}

/** One primary button at most, and why it cannot be pressed. */
function decisionOf(now: ImportState, isDisabled: boolean, actions: Actions): VNode | null {
  const { stage } = now;
  if (stage.is === 'reading') {
    return (
      <>
        <span class="note">{text.stopNote}</span>
        <button type="button" class="button" onClick={stop}>
          {text.stop}
        </button>
      </>
    );
  }
  if (stage.is === 'listed') return <Go now={now} stage={stage} isDisabled={isDisabled} />;
  if (stage.is === 'sent') return <SentFoot stage={stage} latest={now.past[0]} isDisabled={isDisabled} actions={actions} />;
  if (stage.is !== 'undone') return null;
  return (
    <button type="button" class="button primary wide" onClick={startOver}>
      {text.finish}
    </button>
  );
}

function Go({ now, stage, isDisabled }: { now: ImportState; stage: Extract<Stage, { is: 'listed' }>; isDisabled: boolean }) {
  const chosen = chosenOf(stage.read, now.taken).length;
  const waiting = countsOf(stage.read.files.flatMap((file) => file.records.filter((record) => !now.taken.has(record.id)))).asks;
  return (
    <div class="go">
      {waiting > 0 && <p class="note">{text.waits(waiting)}</p>}
      <div class="row">
        <FileButton label={text.more} isDisabled={isDisabled} onFiles={(files) => void read(files)} />
        <button type="button" class="button" disabled={isDisabled} onClick={startOver}>
          {text.clear}
        </button>
        <button type="button" class="button primary wide" disabled={isDisabled || chosen === 0 || stage.read.failure !== null} onClick={() => void send()}>
          {chosen === 0 ? text.nothingToGo : text.go(chosen)}
        </button>
      </div>
    </div>
  );
}
