import { LitElement, html } from 'lit';
import { drawForce } from './force-plot.js';
import { CAUSES, DIGITS, SIDES } from './keys.js';
import { between, describe, stepAt } from './replay.js';
import { drawScene } from './scene.js';

/** Thinner than this reads as not cutting, m. */
const SHOWN_M = 0.00005;

/** One attempt: pictures, force, score and causes. Fires take, score and cause. */
class AttemptCard extends LitElement {
  static properties = {
    side: { type: Number },
    replay: { attribute: false },
    scales: { attribute: false },
    mark: { attribute: false },
    active: { type: Boolean },
    busy: { type: Boolean },
  };

  #resized = new ResizeObserver(() => this.draw(this.#seconds));
  #seconds = 0;

  /** Drawn into the page itself, so that one style sheet fits all. */
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  updated() {
    this.draw(this.#seconds);
  }

  /** Shows the attempt at a time, seconds. */
  draw(seconds) {
    this.#seconds = seconds;
    const scene = this.querySelector('canvas.scene');
    if (scene === null || !this.replay) {
      return;
    }
    drawScene(scene, this.replay, this.scales, seconds);
    drawForce(this.querySelector('canvas.force'), this.replay, this.scales, seconds);
    const thickness = between(this.replay.thickness, stepAt(this.replay, seconds));
    const reading = thickness > SHOWN_M ? `cutting ${(1000 * thickness).toFixed(1)} mm` : 'not cutting';
    this.querySelector('.reading').textContent = reading;
  }

  render() {
    const side = SIDES[this.side];
    return html`
      <section class="card ${this.active ? 'active' : ''}" aria-labelledby="name-${this.side}"
               @pointerdown=${() => this.#fire('take')}>
        <header>
          <h2 id="name-${this.side}">${side.name}</h2>
          <span class="reading"></span>
        </header>
        <canvas class="scene" role="img" aria-label="${side.name} attempt: ${describe(this.replay)}"></canvas>
        <canvas class="force" role="img" aria-label="Force over time, ${side.name} attempt"></canvas>
        ${this.#scores(side)} ${this.#causes(side)}
      </section>`;
  }

  #scores(side) {
    const { score } = this.mark;
    return html`
      <div class="scores" role="group" aria-label="Score of the ${side.name} attempt, 0 worst to 9 best">
        <button class="hand" aria-pressed=${this.active} ?disabled=${this.busy}
                title="Keys 0 to 9 and the causes' keys go to this side" @click=${() => this.#fire('take')}>
          Score <kbd>${side.key}</kbd></button>
        ${DIGITS.map((digit) => html`
          <button class="digit" aria-pressed=${score === digit} ?disabled=${this.busy}
                  aria-label="Score ${digit}" @click=${() => this.#fire('score', digit)}>${digit}</button>`)}
        <span class="ends" aria-hidden="true"><span>worst</span><span>best</span></span>
      </div>`;
  }

  #causes(side) {
    const unscored = this.mark.score === null;
    return html`
      <div class="causes" role="group" aria-label="What is wrong with the ${side.name} attempt">
        <span class="why">${unscored ? 'Once scored, why:' : 'What is wrong:'}</span>
        ${CAUSES.map((cause) => html`
          <button aria-pressed=${this.mark.causes.includes(cause.word)} ?disabled=${this.busy || unscored}
                  title=${cause.help} @click=${() => this.#fire('cause', cause.word)}>
            ${cause.name} <kbd>${cause.key}</kbd></button>`)}
      </div>`;
  }

  #fire(type, value) {
    this.dispatchEvent(new CustomEvent(type, { detail: { side: this.side, value }, bubbles: true }));
  }
}

customElements.define('attempt-card', AttemptCard);
