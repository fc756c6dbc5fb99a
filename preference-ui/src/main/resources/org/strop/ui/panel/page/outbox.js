import { ApiError, post } from './api.js';

/**
 * Keeps every answer in the browser until the panel has it on its disk, so that none is lost to a
 * closed tab, a dead network or a restarted panel. Answers leave in the order given. Each carries a
 * nonce, so one that arrives twice is stored once.
 */
export class Outbox {
  static #FIRST_WAIT_MS = 1000;
  static #LONGEST_WAIT_MS = 15000;

  #prefix;
  #changed;
  #timer = 0;
  #wait = Outbox.#FIRST_WAIT_MS;
  #running = null;

  /** The last failure that passes by itself, or null. */
  trouble = null;
  /** Answers that the panel refused for good; told until dismissed. */
  refused = [];

  constructor(operator, changed) {
    this.#prefix = `strop.outbox/${operator}/`;
    this.#changed = changed;
  }

  /** How many answers wait. */
  get size() {
    return this.#keys().length;
  }

  /** Keeps an answer; send it with flush(). */
  add(path, body) {
    const nonce = crypto.getRandomValues(new Uint32Array(4)).join('-');
    const place = String(Date.now()).padStart(15, '0') + '-' + String(this.size).padStart(4, '0');
    const item = { path, body: { ...body, nonce } };
    localStorage.setItem(`${this.#prefix}${place}-${nonce}`, JSON.stringify(item));
    this.#changed();
  }

  /** Sends what waits; resolves to true once nothing is left, to false when it must try again. */
  flush() {
    this.#running ??= this.#sendAll().finally(() => {
      this.#running = null;
      this.#changed();
    });
    return this.#running;
  }

  /** Forgets a refused answer after the person has read why. */
  dismiss() {
    this.refused = [];
    this.#changed();
  }

  async #sendAll() {
    clearTimeout(this.#timer);
    for (let keys = this.#keys(); keys.length > 0; keys = this.#keys()) {
      if (!(await this.#sendOne(keys[0]))) {
        this.#tryLater();
        return false;
      }
    }
    this.trouble = null;
    this.#wait = Outbox.#FIRST_WAIT_MS;
    return true;
  }

  async #sendOne(key) {
    const item = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (item === null) {
      return true;
    }
    try {
      await post(item.path, item.body);
    } catch (error) {
      if (!(error instanceof ApiError) || error.passing || error.status === 401) {
        this.trouble = error;
        return false;
      }
      this.#refuse(item, error);
    }
    localStorage.removeItem(key);
    return true;
  }

  #refuse(item, error) {
    const emptyUndo = item.path === '/api/undo' && error.status === 409;
    this.refused.push({ what: error.message, fix: error.fix, harmless: emptyUndo });
  }

  #tryLater() {
    this.#timer = setTimeout(() => this.flush(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, Outbox.#LONGEST_WAIT_MS);
  }

  #keys() {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(this.#prefix))
      .sort();
  }
}
