import { fitted, marker, trace } from './canvas.js';
import { produceColours, themeColours, thicknessColour } from './colours.js';
import { CAP, between, stepAt, surfaceAt } from './replay.js';

/** Heights of the three pictures, as shares of the canvas: from the side, from above, the peel. */
const SIDE = 0.5, ABOVE = 0.3;
const CAPTION = 16, MARGIN = 18;
/** The picture from above shows at least this much across, m. */
const ACROSS_M = 0.042;
const BLADE_M = 0.03, HANDLE_M = 0.05;
const GOUGE = '#d0312d';

/** Draws an attempt at a time: from the side, from above, and the peel laid out beneath. */
export function drawScene(canvas, replay, scales, seconds) {
  const { context, width, height } = fitted(canvas);
  if (width === 0 || replay.steps === 0) {
    return;
  }
  const perMetre = Math.min(
    (width - 2 * MARGIN) / (scales.to - scales.from),
    (height * ABOVE - CAPTION) / ACROSS_M,
  );
  const middle = (scales.from + scales.to) / 2;
  const view = {
    context, replay, scales, width, perMetre,
    step: stepAt(replay, seconds),
    paint: themeColours(canvas),
    skin: produceColours(replay.kind),
    px: (x) => width / 2 + (x - middle) * perMetre,
  };
  band(view, 'From the side', 0, height * SIDE, drawSide);
  band(view, 'From above', height * SIDE, height * ABOVE, drawAbove);
  band(view, 'The peel, laid flat and magnified', height * (SIDE + ABOVE), height * (1 - SIDE - ABOVE), drawPeel);
}

function band(view, caption, top, height, draw) {
  const { context, paint, width } = view;
  context.save();
  context.beginPath();
  context.rect(0, top, width, height);
  context.clip();
  draw(view, top + CAPTION, height - CAPTION);
  context.fillStyle = paint.soft;
  context.textAlign = 'left';
  context.fillText(caption, 2, top + 12);
  context.restore();
}

function drawSide(view, top, height) {
  const { replay, px, perMetre } = view;
  const highest = Math.max(...replay.profile.map((p) => p.z), Math.min(...replay.z));
  const ground = top + Math.min(height * 0.55, 0.024 * perMetre + 14);
  const py = (z) => ground + (highest - z) * perMetre;
  body(view, py, top + height);
  bareFlesh(view, py);
  const step = view.step;
  const back = replay.back[Math.round(step)];
  blade(view, px(between(replay.x, step)), py(between(replay.z, step)), back);
}

function body({ context, replay, skin, px }, py, bottom) {
  if (replay.profile.length === 0) {
    return;
  }
  const tops = replay.profile.map((p) => [px(p.x), py(p.z)]);
  const bottoms = replay.profile.map((p) => [px(p.x), py(p.z - 2 * p.radius)]);
  outline(context, tops, bottoms);
  const highest = Math.min(...tops.map(([, y]) => y));
  const shade = context.createLinearGradient(0, highest, 0, bottom);
  shade.addColorStop(0, skin.skin);
  shade.addColorStop(1, skin.shade);
  context.fillStyle = shade;
  context.fill();
}

/** Traces a body between two edges that run left to right, with rounded ends. */
function outline(context, tops, bottoms) {
  const end = (top, bottom, way) => {
    const reach = way * (CAP / 0.75) * Math.abs(bottom[1] - top[1]) * 0.5;
    return [top[0] + reach, top[1], bottom[0] + reach, bottom[1]];
  };
  const cap = (a, b, way) => context.bezierCurveTo(...end(a, b, way), ...b);
  context.beginPath();
  trace(context, tops);
  cap(tops.at(-1), bottoms.at(-1), 1);
  [...bottoms].reverse().forEach(([x, y]) => context.lineTo(x, y));
  cap(bottoms[0], tops[0], -1);
  context.closePath();
}

/** Where peel is off, the flesh shows, as deep as the cut; gouges bite deeper. */
function bareFlesh({ context, replay, skin, paint, px, step, perMetre }, py) {
  const { profile, thickness, gouge, x } = replay;
  for (let i = 1; i <= step; i++) {
    const surface = surfaceAt(profile, x[i]);
    if (!(thickness[i] > 0) || surface === null) {
      continue;
    }
    const [a, b] = [px(x[i - 1]), px(x[i])];
    const depth = Math.max(1.5, (thickness[i] + gouge[i]) * perMetre);
    context.fillStyle = paint.card;
    context.fillRect(a - 0.5, py(surface.z) - 2, b - a + 1, depth + 2);
    context.fillStyle = gouge[i] > 0 ? GOUGE : skin.flesh;
    context.fillRect(a - 0.5, py(surface.z) + depth, b - a + 1, 5);
  }
}

function blade({ context, paint, perMetre }, x, y, back) {
  const along = (metres, aside) => [
    x + back.x * metres * perMetre - back.z * aside,
    y - back.z * metres * perMetre - back.x * aside,
  ];
  context.beginPath();
  trace(context, [along(BLADE_M, 4), along(BLADE_M + HANDLE_M, 4)]);
  context.lineWidth = 9;
  context.lineCap = 'round';
  context.strokeStyle = paint.handle;
  context.stroke();
  context.beginPath();
  trace(context, [[x, y], along(0.006, 5), along(BLADE_M, 8), along(BLADE_M, 0)]);
  context.closePath();
  context.fillStyle = paint.steel;
  context.fill();
  context.lineWidth = 1.2;
  context.strokeStyle = paint.steelEdge;
  context.stroke();
}

function drawAbove(view, top, height) {
  const { context, replay, skin, paint, px, step, perMetre } = view;
  const centre = top + height / 2;
  const upper = replay.profile.map((p) => [px(p.x), centre - p.radius * perMetre]);
  const lower = replay.profile.map((p) => [px(p.x), centre + p.radius * perMetre]);
  if (upper.length > 0) {
    outline(context, upper, lower);
    context.fillStyle = skin.skin;
    context.fill();
  }
  const { thickness, width, gouge, x, y } = replay;
  for (let i = 1; i <= step; i++) {
    if (thickness[i] > 0) {
      const across = Math.max(2, width[i] * perMetre);
      context.fillStyle = thicknessColour(thickness[i] / view.scales.thickness);
      context.fillRect(px(x[i - 1]) - 0.5, centre - y[i] * perMetre - across / 2, px(x[i]) - px(x[i - 1]) + 1, across);
    }
  }
  for (let i = 0; i <= step; i++) {
    if (gouge[i] > 0 && !(gouge[i - 1] > 0)) {
      marker(context, px(x[i]), centre + 5, GOUGE, '#fff');
    }
  }
  const edge = px(between(replay.x, step));
  context.fillStyle = paint.steelEdge;
  context.fillRect(edge - 1.5, centre - 0.015 * perMetre, 3, 0.03 * perMetre);
}

function drawPeel(view, top, height) {
  const { context, replay, scales, paint, px, step, width } = view;
  const base = top + height - 4;
  const py = (thickness) => base - (Math.min(thickness / scales.thickness, 1)) * (height - 8);
  context.fillStyle = paint.line;
  context.fillRect(px(scales.from), base, px(scales.to) - px(scales.from), 1);
  for (let i = 1; i <= step; i++) {
    if (replay.thickness[i] > 0) {
      const left = px(replay.x[i - 1]);
      context.fillStyle = thicknessColour(replay.thickness[i] / scales.thickness);
      context.fillRect(left - 0.5, py(replay.thickness[i]), px(replay.x[i]) - left + 1, base - py(replay.thickness[i]));
    }
  }
  if (replay.skin > 0) {
    context.setLineDash([4, 4]);
    context.strokeStyle = paint.soft;
    context.lineWidth = 1;
    context.beginPath();
    trace(context, [[px(scales.from), py(replay.skin)], [px(scales.to), py(replay.skin)]]);
    context.stroke();
    context.setLineDash([]);
    const beside = width - px(scales.to) > 64;
    context.fillStyle = paint.soft;
    context.textAlign = beside ? 'left' : 'right';
    context.fillText('skin ends', px(scales.to) + (beside ? 6 : 0), py(replay.skin) + (beside ? 4 : -4));
  }
}
