import { LitElement, html } from 'lit';

const STEP_S = 0.25;

/** Play, pause, scrub and speed for the one clock of both attempts. */
class TransportBar extends LitElement {
  static properties = { clock: { attribute: false } };

  createRenderRoot() {
    return this;
  }

  /** Shows the clock as it is now. */
  show() {
    this.requestUpdate();
  }

  render() {
    const { now, end, playing, speed } = this.clock;
    const at = `${now.toFixed(1)} of ${end.toFixed(1)} s`;
    return html`
      <div class="transport" role="group" aria-label="Playback of both attempts">
        <button class="play" @click=${() => this.clock.toggle()}>
          <span aria-hidden="true">${playing ? '❚❚' : '▶'}</span> ${playing ? 'Pause' : 'Play'} <kbd>Space</kbd></button>
        <button aria-label="From the start" @click=${() => this.clock.restart()}>
          <span aria-hidden="true">↺</span> <span class="word">Again</span> <kbd>R</kbd></button>
        <button aria-label="Step back" @click=${() => this.clock.nudge(-STEP_S)}>
          <span aria-hidden="true">‹</span> <span class="word">Back</span> <kbd>←</kbd></button>
        <button aria-label="Step on" @click=${() => this.clock.nudge(STEP_S)}>
          <span class="word">On</span> <span aria-hidden="true">›</span> <kbd>→</kbd></button>
        <input type="range" min="0" max=${end} step="0.01" .value=${String(now)} aria-label="Time"
               aria-valuetext=${at} @input=${this.#scrub}>
        <span class="time">${at}</span>
        <span class="speed">
          <button aria-label="Slower" @click=${() => this.clock.shift(-1)}><span class="word">Slower</span> <kbd>−</kbd></button>
          <output aria-label="Speed">${speed}×</output>
          <button aria-label="Faster" @click=${() => this.clock.shift(1)}><span class="word">Faster</span> <kbd>+</kbd></button>
        </span>
      </div>`;
  }

  #scrub = (event) => {
    this.clock.pause();
    this.clock.seek(Number(event.target.value));
  };
}

customElements.define('transport-bar', TransportBar);
