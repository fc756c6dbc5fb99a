import { LitElement, html } from 'lit';
import './attempt-card.js';
import './transport-bar.js';
import { actionOf, letGo } from './keys.js';
import { Playback } from './playback.js';
import { sharedScales } from './replay.js';
import { choiceBar, done, legend, saving, welcome } from './screens.js';
import { Session } from './session.js';

const OPERATOR = 'strop.operator';

/** The whole page: ties session, clock, keyboard and pictures together. */
class StropPanel extends LitElement {
  static properties = { active: { state: true } };

  #shown = null;
  #scales = null;

  constructor() {
    super();
    this.session = null;
    this.active = 0;
    this.clock = new Playback(() => this.#tick());
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.replaceChildren();
    addEventListener('keydown', this.#key);
    addEventListener('click', letGo);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#tick());
    const operator = new URLSearchParams(location.search).get('operator') ?? localStorage.getItem(OPERATOR);
    if (operator !== null && /^[A-Za-z0-9._-]{1,64}$/.test(operator)) {
      this.begin(operator);
    }
  }

  begin(operator) {
    localStorage.setItem(OPERATOR, operator);
    this.session = new Session(operator, () => this.requestUpdate());
    this.session.advance();
  }

  choose(choice) {
    this.session.choose(choice);
    this.requestUpdate();
  }

  score(side, score) {
    this.session.score(side, score);
    this.requestUpdate();
  }

  cause(side, cause) {
    this.session.toggleCause(side, cause);
    this.requestUpdate();
  }

  take(side) {
    this.active = side;
  }

  undo() {
    this.session.undo();
    this.requestUpdate();
  }

  willUpdate() {
    const attempts = this.session?.attempts;
    if (attempts?.length === 2 && attempts !== this.#shown) {
      this.#shown = attempts;
      this.#scales = sharedScales(attempts);
      this.active = 0;
      this.clock.load(this.#scales.seconds);
    }
  }

  render() {
    if (this.session === null) {
      return welcome((operator) => this.begin(operator));
    }
    const { phase, operator, progress } = this.session;
    const finished = phase === 'done';
    return html`
      <header class="top">
        <span class="brand">Strop</span>
        <label class="progress">
          <progress max=${Math.max(progress.total, 1)} value=${progress.done}></progress>
          <span>${progress.done} of ${progress.total} pairs</span>
        </label>
        <span class="who">${operator}, <span class="state" role="status">${this.#state()}</span></span>
      </header>
      ${saving(this.session)}
      ${finished ? done(this.session, () => this.undo()) : this.#shown ? this.#judging() : html`
        <main class="sheet"><p>Fetching two attempts …</p></main>`}`;
  }

  #state() {
    const { outbox } = this.session;
    if (outbox.size === 0) {
      return 'all answers saved';
    }
    return outbox.trouble ? 'not saved yet' : 'saving …';
  }

  #judging() {
    const { phase, attempts, marks } = this.session;
    const busy = phase !== 'judging';
    return html`
      <main class="judge ${busy ? 'busy' : ''}" aria-busy=${busy}
            @take=${(e) => this.take(e.detail.side)}
            @score=${(e) => this.score(e.detail.side, e.detail.value)}
            @cause=${(e) => this.cause(e.detail.side, e.detail.value)}>
        <div class="question">
          <h1>Which attempt is better?</h1>
          <p class="hint">Watch both, then choose below. Scores are optional.</p>
          ${legend(this.#scales)}
        </div>
        <div class="pair">
          ${attempts.map((replay, side) => html`
            <attempt-card .side=${side} .replay=${replay} .scales=${this.#scales} .busy=${busy}
                          .mark=${marks[side]} .active=${this.active === side}></attempt-card>`)}
        </div>
        <div class="controls">
          <transport-bar .clock=${this.clock}></transport-bar>
          ${choiceBar(this, busy)}
        </div>
      </main>`;
  }

  #tick() {
    for (const card of this.querySelectorAll('attempt-card')) {
      card.draw(this.clock.now);
    }
    this.querySelector('transport-bar')?.show();
  }

  #key = (event) => {
    const action = this.session === null ? null : actionOf(event, this);
    if (action !== null) {
      event.preventDefault();
      action();
    }
  };
}

customElements.define('strop-panel', StropPanel);
