import { get } from './api.js';
import { Outbox } from './outbox.js';
import { prepare } from './replay.js';

const RETRY_MS = 2000;
const KEPT_REPLAYS = 6;

/**
 * One operator's session: which pair is on the table, what was said of it, how far they are. Every
 * answer goes through the outbox; the next pair is asked for when the panel has the answer.
 */
export class Session {
  #changed;
  #replays = new Map();
  #shownAt = 0;
  #turn = 0;

  /** loading, judging, sending, lost (the panel does not answer) or done. */
  phase = 'loading';
  /** The query on the table, as the panel sent it. */
  query = null;
  /** The two prepared replays: left, right. */
  attempts = [];
  /** What was said of the two so far: {score: 0-9 or null, causes: [...]}. */
  marks = [];
  progress = { done: 0, total: 0, scores: 0 };
  problem = null;

  constructor(operator, changed) {
    this.operator = operator;
    this.#changed = changed;
    this.outbox = new Outbox(operator, changed);
  }

  /** Sends what an earlier visit left behind, then asks for a pair; tries until it has one. */
  async advance() {
    const turn = ++this.#turn;
    const sent = await this.outbox.flush();
    if (turn !== this.#turn) {
      return;
    }
    try {
      if (!sent) {
        throw this.outbox.trouble;
      }
      const found = await this.#find();
      if (turn !== this.#turn) {
        return;
      }
      this.#show(found);
      this.problem = null;
    } catch (error) {
      if (turn !== this.#turn) {
        return;
      }
      this.problem = error;
      this.phase = 'lost';
      setTimeout(() => turn === this.#turn && this.advance(), RETRY_MS);
    }
    this.#changed();
  }

  async #find() {
    const who = `operator=${encodeURIComponent(this.operator)}`;
    const query = await get(`/api/next?${who}`);
    const progress = await get(`/api/progress?${who}`);
    const segments = query === null ? [] : [query.first, query.second];
    const attempts = await Promise.all(segments.map((segment) => this.#replay(segment)));
    return { query, progress, segments, attempts };
  }

  #show({ query, progress, segments, attempts }) {
    this.progress = progress;
    this.marks = segments.map((s) => ({ score: null, causes: [], ...query.scores?.[s.episode_id] }));
    if (query !== null && (this.query?.query_id !== query.query_id || this.phase !== 'judging')) {
      this.attempts = attempts;
      this.#shownAt = performance.now();
    }
    this.query = query;
    this.phase = query === null ? 'done' : 'judging';
  }

  async #replay(segment) {
    const { episode_id: id, from, to } = segment;
    const key = `${id} ${from} ${to}`;
    if (!this.#replays.has(key)) {
      const raw = await get(`/api/episodes/${encodeURIComponent(id)}/replay`);
      this.#replays.set(key, prepare(raw, from, to));
    }
    const [oldest] = this.#replays.keys();
    const replay = this.#replays.get(key);
    if (this.#replays.size > KEPT_REPLAYS) {
      this.#replays.delete(oldest);
    }
    return replay;
  }

  /** Answers the pair on the table: first, second, same or cant_tell. */
  choose(choice) {
    if (this.phase !== 'judging') {
      return;
    }
    this.outbox.add('/api/choices', this.#signed({ query_id: this.query.query_id, choice }));
    this.phase = 'sending';
    this.advance();
  }

  /** Scores an attempt, side 0 or 1, with 0 to 9. */
  score(side, score) {
    if (this.phase === 'judging' && this.marks[side].score !== score) {
      this.#mark(side, { ...this.marks[side], score });
    }
  }

  /** Sets or clears a cause of an attempt; it is kept with the attempt's score. */
  toggleCause(side, cause) {
    if (this.phase !== 'judging' || this.marks[side].score === null) {
      return;
    }
    const causes = new Set(this.marks[side].causes);
    if (!causes.delete(cause)) {
      causes.add(cause);
    }
    this.#mark(side, { ...this.marks[side], causes: [...causes].sort() });
  }

  #mark(side, mark) {
    const segment = side === 0 ? this.query.first : this.query.second;
    const same = this.query.first.episode_id === this.query.second.episode_id;
    this.marks = this.marks.map((old, i) => (i === side || same ? mark : old));
    this.outbox.add('/api/scores', this.#signed({ episode_id: segment.episode_id, ...mark }));
    this.outbox.flush();
  }

  /** Undoes the last answer of this operator, then shows what is to be answered now. */
  undo() {
    if (this.phase !== 'judging' && this.phase !== 'done') {
      return;
    }
    this.outbox.add('/api/undo', { operator: this.operator, kind: 'person' });
    this.advance();
  }

  #signed(body) {
    const response = Math.min(Math.round(performance.now() - this.#shownAt), 86400000);
    return { ...body, operator: this.operator, response_ms: response, kind: 'person' };
  }
}
