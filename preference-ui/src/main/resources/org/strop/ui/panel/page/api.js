/** Talks to the panel's HTTP interface; every failure is an ApiError with a sentence for people. */

export class ApiError extends Error {
  /**
   * @param {string} message for people
   * @param {string} fix how to mend it
   * @param {number} status HTTP status; 0 where no answer came
   */
  constructor(message, fix, status) {
    super(message);
    this.fix = fix;
    this.status = status;
  }

  /** Whether sending the same again later can succeed. */
  get passing() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** Gets a path; null where the answer is 204. */
export function get(path) {
  return send(path, { method: 'GET' });
}

/** Posts a JSON body. */
export function post(path, body) {
  const headers = { 'Content-Type': 'application/json' };
  return send(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

const PATIENCE_MS = 15000;

async function send(path, request) {
  let response;
  try {
    response = await fetch(path, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new ApiError('The panel does not answer.', 'Check that it still runs.', 0);
  }
  if (response.status === 204) {
    return null;
  }
  const text = await response.text().catch(() => '');
  const body = parsed(text);
  if (!response.ok || body === undefined) {
    const status = response.ok ? 0 : response.status;
    throw new ApiError(body?.what ?? `The panel answered ${response.status}.`, body?.fix ?? '', status);
  }
  return body;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
