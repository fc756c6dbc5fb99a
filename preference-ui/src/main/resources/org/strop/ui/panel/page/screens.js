import { html, nothing } from 'lit';
import { CHOICES } from './keys.js';

/** The first screen of a new operator: what this is, and a name. */
export function welcome(begin) {
  const submit = (event) => {
    event.preventDefault();
    const name = new FormData(event.target).get('operator').trim();
    if (/^[A-Za-z0-9._-]{1,64}$/.test(name)) {
      begin(name);
    }
  };
  return html`
    <main class="sheet">
      <h1>Which attempt is better?</h1>
      <p>A robot peeled fruit and vegetables. You see two attempts side by side and say which one you
        would rather have. It learns from your answers, so there is no right or wrong: only your taste.</p>
      <form @submit=${submit}>
        <label for="operator">Your name or number</label>
        <input id="operator" name="operator" type="text" required maxlength="64" autocomplete="off"
               pattern="[A-Za-z0-9._\\-]+" title="Letters, digits, dots, dashes, underscores">
        <p class="note">Letters and digits, no spaces. It is stored with your answers.</p>
        <button class="main" type="submit">Start</button>
      </form>
    </main>`;
}

/** The last screen. */
export function done(session, undo) {
  const { total, scores } = session.progress;
  return html`
    <main class="sheet">
      <h1>${total === 0 ? 'Nothing to compare yet' : 'All done. Thank you!'}</h1>
      <p>${total === 0
        ? 'No pairs were added. This page shows the first one as soon as you reload after they are.'
        : `You compared ${total} pair${total === 1 ? '' : 's'} and gave ${scores} score${scores === 1 ? '' : 's'}. Everything is saved; you may close this page.`}</p>
      ${total === 0 ? nothing : html`
        <button class="quiet" @click=${undo}>Undo the last answer <kbd>U</kbd></button>`}
    </main>`;
}

/** The four choices, and undo. */
export function choiceBar(panel, busy) {
  return html`
    <div class="choices" role="group" aria-label="Your choice">
      ${CHOICES.map((choice) => html`
        <button class="choice ${choice.word}" ?disabled=${busy} @click=${() => panel.choose(choice.word)}>
          <span>${choice.name}</span> <kbd>${choice.key}</kbd></button>`)}
      <button class="undo" aria-label="Undo" ?disabled=${busy} @click=${() => panel.undo()}>Undo <kbd>U</kbd></button>
    </div>`;
}

/** What the colours mean. */
export function legend(scales) {
  const most = (1000 * scales.thickness).toFixed(0);
  return html`
    <p class="legend">
      <span>Peel: thin <span class="ramp"></span> thick (${most} mm)</span>
      <span><span class="gouge">▼</span> gouge: cut into the flesh</span>
    </p>`;
}

/** Whether answers are saved; says so quietly, or loudly when they are not. */
export function saving(session) {
  const { outbox, problem } = session;
  const trouble = outbox.trouble ?? problem;
  if (trouble) {
    return html`
      <div class="banner" role="alert">
        <p><strong>${trouble.message}</strong> ${trouble.fix}
          ${outbox.size > 0
            ? html`Not saved yet: ${outbox.size} answer${outbox.size === 1 ? '' : 's'}. Kept in this browser, and sent again by itself.`
            : 'Trying again by itself.'}</p>
        <button class="quiet" @click=${() => session.advance()}>Try now</button>
      </div>`;
  }
  const refused = outbox.refused;
  if (refused.length > 0) {
    const { what, fix, harmless } = refused.at(-1);
    return html`
      <div class="banner" role="alert">
        <p>${harmless ? html`Nothing left to undo.` : html`<strong>An answer was not taken:</strong> ${what}. To mend it, ${fix}.`}</p>
        <button class="quiet" @click=${() => outbox.dismiss()}>OK</button>
      </div>`;
  }
  return nothing;
}
