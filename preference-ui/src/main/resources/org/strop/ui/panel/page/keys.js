/** Every action, its key and its words: the buttons show them, the keyboard obeys them. */

export const SIDES = [
  { name: 'Left', key: 'Q' },
  { name: 'Right', key: 'E' },
];

export const CHOICES = [
  { word: 'first', name: 'Left is better', key: 'A' },
  { word: 'same', name: 'Both the same', key: 'S' },
  { word: 'second', name: 'Right is better', key: 'D' },
  { word: 'cant_tell', name: 'I can’t tell', key: 'C' },
];

export const CAUSES = [
  { word: 'too_low', name: 'too low', key: 'L', help: 'The blade ran too deep' },
  { word: 'too_high', name: 'too high', key: 'H', help: 'The blade ran too shallow, or slid off' },
  { word: 'short_thick', name: 'short, thick', key: 'T', help: 'The peel is short and thick' },
  { word: 'long_thin', name: 'long, thin', key: 'N', help: 'The peel is long and thin' },
];

export const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const STEP_S = 0.25;

/**
 * What a key does, or null. The panel offers: choose, score, cause, take, undo, and the clock.
 *
 * @param {KeyboardEvent} event a key going down
 */
export function actionOf(event, panel) {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  if (event.altKey || event.metaKey || event.ctrlKey) {
    return event.ctrlKey && key === 'Z' && !event.repeat ? () => panel.undo() : null;
  }
  if (isTyped(event.target, key)) {
    return null;
  }
  return clockAction(key, panel.clock) ?? (event.repeat ? null : answerAction(key, panel));
}

/** Whether the element with the focus wants the key itself. */
function isTyped(target, key) {
  const kind = target instanceof HTMLInputElement ? target.type : target?.tagName;
  const moves = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];
  const presses = [' ', 'Enter'];
  return kind === 'text' || (kind === 'range' && moves.includes(key)) || (kind === 'BUTTON' && presses.includes(key));
}

function clockAction(key, clock) {
  const actions = {
    ' ': () => clock.toggle(),
    R: () => clock.restart(),
    ArrowLeft: () => clock.nudge(-STEP_S),
    ArrowRight: () => clock.nudge(STEP_S),
    '-': () => clock.shift(-1),
    '+': () => clock.shift(1),
    '=': () => clock.shift(1),
  };
  return actions[key] ?? null;
}

function answerAction(key, panel) {
  const choice = CHOICES.find((c) => c.key === key);
  const cause = CAUSES.find((c) => c.key === key);
  const side = SIDES.findIndex((s) => s.key === key);
  if (choice) {
    return () => panel.choose(choice.word);
  }
  if (cause) {
    return () => panel.cause(panel.active, cause.word);
  }
  if (side >= 0) {
    return () => panel.take(side);
  }
  if (key === 'U') {
    return () => panel.undo();
  }
  return /^[0-9]$/.test(key) ? () => panel.score(panel.active, Number(key)) : null;
}

/** Lets go of a button after a click by mouse, so that Space plays instead of pressing it again. */
export function letGo(event) {
  const button = event.target.closest?.('button');
  if (button && event.detail > 0) {
    button.blur();
  }
}
