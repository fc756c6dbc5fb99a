export const SPEEDS = [0.25, 0.5, 1, 2, 4];

/** The one clock of both attempts, in seconds of robot time. Calls back on every frame and change. */
export class Playback {
  #tick;
  #frame = 0;
  #last = 0;

  now = 0;
  end = 0;
  playing = false;
  speed = 1;

  constructor(tick) {
    this.#tick = tick;
  }

  /** Starts over with attempts of this length; those who asked for less motion see the end. */
  load(seconds) {
    this.pause();
    this.end = seconds;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.seek(still ? seconds : 0);
    if (!still) {
      this.play();
    }
  }

  play() {
    if (this.now >= this.end) {
      this.now = 0;
    }
    this.playing = true;
    this.#last = performance.now();
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.#step);
    this.#tick();
  }

  pause() {
    this.playing = false;
    cancelAnimationFrame(this.#frame);
    this.#tick();
  }

  toggle() {
    this.playing ? this.pause() : this.play();
  }

  restart() {
    this.seek(0);
    this.play();
  }

  seek(seconds) {
    this.now = Math.min(Math.max(seconds, 0), this.end);
    this.#tick();
  }

  /** Pauses and moves by some seconds. */
  nudge(seconds) {
    this.pause();
    this.seek(this.now + seconds);
  }

  /** Goes to the next faster (+1) or slower (-1) speed. */
  shift(direction) {
    const i = SPEEDS.indexOf(this.speed) + direction;
    this.speed = SPEEDS[Math.min(Math.max(i, 0), SPEEDS.length - 1)];
    this.#tick();
  }

  #step = (time) => {
    this.now = Math.min(this.now + ((time - this.#last) / 1000) * this.speed, this.end);
    this.#last = time;
    if (this.now >= this.end) {
      this.pause();
    } else {
      this.#frame = requestAnimationFrame(this.#step);
      this.#tick();
    }
  };
}
