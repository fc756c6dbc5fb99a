import { fitted, marker, trace } from './canvas.js';
import { themeColours } from './colours.js';
import { between, gougeStarts, stepAt } from './replay.js';

const LEFT = 40, RIGHT = 10, TOP = 16, BOTTOM = 16;
const GOUGE = '#d0312d';

/** Draws the force on the blade over time: what was, what is to come (pale), and a cursor at now. */
export function drawForce(canvas, replay, scales, seconds) {
  const { context, width, height } = fitted(canvas);
  if (width === 0 || replay.steps === 0) {
    return;
  }
  const paint = themeColours(canvas);
  const plot = {
    context, paint, width, height,
    px: (s) => LEFT + (s / scales.seconds) * (width - LEFT - RIGHT),
    py: (f) => height - BOTTOM - (f / scales.force) * (height - TOP - BOTTOM),
  };
  axes(plot, scales);
  const points = replay.force.map((f, i) => [plot.px(i / replay.rateHz), plot.py(f)]);
  line(plot, points, 0.3);
  const step = stepAt(replay, seconds);
  const now = [plot.px(step / replay.rateHz), plot.py(between(replay.force, step))];
  line(plot, [...points.slice(0, Math.floor(step) + 1), now], 1);
  for (const i of gougeStarts(replay).filter((start) => start <= step)) {
    marker(context, points[i][0], points[i][1] - 3, GOUGE, paint.card);
  }
  cursor(plot, now, between(replay.force, step));
}

function axes({ context, paint, width, height, px, py }, scales) {
  context.fillStyle = paint.soft;
  context.strokeStyle = paint.line;
  context.lineWidth = 1;
  context.textAlign = 'right';
  for (const force of [0, scales.force / 2, scales.force]) {
    const y = Math.round(py(force)) + 0.5;
    context.beginPath();
    trace(context, [[LEFT, y], [width - RIGHT, y]]);
    context.stroke();
    context.fillText(Number(force.toFixed(1)) + ' N', LEFT - 5, y + 4);
  }
  context.textAlign = 'center';
  const tick = scales.seconds > 10 ? Math.ceil(scales.seconds / 6) : 1;
  for (let s = tick; s <= scales.seconds; s += tick) {
    context.fillText(`${s} s`, px(s), height - 3);
  }
  context.textAlign = 'left';
  context.fillText('Force on the blade', LEFT + 4, 11);
}

function line({ context, paint }, points, opacity) {
  context.globalAlpha = opacity;
  context.strokeStyle = paint.accent;
  context.lineWidth = 2;
  context.lineJoin = 'round';
  context.beginPath();
  trace(context, points);
  context.stroke();
  context.globalAlpha = 1;
}

function cursor({ context, paint, width, height }, [x, y], force) {
  context.fillStyle = paint.ink;
  context.fillRect(x - 0.5, TOP, 1, height - TOP - BOTTOM);
  if (!Number.isFinite(y)) {
    return;
  }
  context.beginPath();
  context.arc(x, y, 4, 0, 2 * Math.PI);
  context.fill();
  context.textAlign = x > width - 70 ? 'right' : 'left';
  context.fillText(`${force.toFixed(1)} N`, x + (x > width - 70 ? -8 : 8), Math.max(y - 8, 12));
}
