import { fitted, marker, trace } from './canvas.js';
import { produceColours, themeColours, thicknessColour } from './colours.js';
import { CAP, between, stepAt, surfaceAt } from './replay.js';

/** Heights of the three pictures, as shares of the canvas: from the side, from above, the peel. */
const SIDE = 0.45, ABOVE = 0.31;
const CAPTION = 16, MARGIN = 18, GAP = 8;
/** The picture from above shows at least this much across, m. */
const ACROSS_M = 0.042;
const BLADE_M = 0.03, HANDLE_M = 0.04;
const GOUGE = '#d0312d';

/** Draws an attempt at a time: from the side, from above, and the peel laid out beneath. */
export function drawScene(canvas, replay, scales, seconds) {
  const { context, width, height } = fitted(canvas);
  if (width === 0 || replay.steps === 0) {
    return;
  }
  const perMetre = Math.min(
    (width - 2 * MARGIN) / (scales.to - scales.from),
    (height * ABOVE - CAPTION - GAP) / ACROSS_M,
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
  context.rect(0, top, width, height - GAP);
  context.clip();
  draw(view, top + CAPTION, height - CAPTION - GAP);
  context.fillStyle = paint.soft;
  context.textAlign = 'left';
  context.fillText(caption, 2, top + 12);
  context.restore();
}

function drawSide(view, top, height) {
  const { replay, px, perMetre } = view;
  const highest = Math.max(...replay.profile.map((p) => p.z), Math.min(...replay.z));
  const ground = top + Math.min(height * 0.6, 0.024 * perMetre + 14);
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

/** Traces a body between two edges that run left to right, with rounded ends that go on as they do. */
function outline(context, tops, bottoms) {
  const reach = (CAP / 0.75) * Math.abs(bottoms[0][1] - tops[0][1]) * 0.5;
  const beyond = (end, before) => {
    const length = Math.hypot(end[0] - before[0], end[1] - before[1]) || 1;
    return end.map((value, i) => value + ((value - before[i]) / length) * reach);
  };
  const cap = (from, before, to, after) =>
    context.bezierCurveTo(...beyond(from, before), ...beyond(to, after), ...to);
  context.beginPath();
  trace(context, tops);
  cap(tops.at(-1), tops.at(-2), bottoms.at(-1), bottoms.at(-2));
  [...bottoms].reverse().forEach(([x, y]) => context.lineTo(x, y));
  cap(bottoms[0], bottoms[1], tops[0], tops[1]);
  context.closePath();
}

/** Fills between two steps: from top to bottom at each, a hair wider so that no seam shows. */
function sliver(context, colour, [x0, top0, bottom0], [x1, top1, bottom1]) {
  if (!(x1 > x0)) {
    return;
  }
  context.fillStyle = colour;
  context.beginPath();
  trace(context, [[x0 - 0.4, top0], [x1 + 0.4, top1], [x1 + 0.4, bottom1], [x0 - 0.4, bottom0]]);
  context.closePath();
  context.fill();
}

/** Where peel is off, the flesh shows, as deep as the cut; gouges bite deeper. */
function bareFlesh({ context, replay, skin, paint, px, step, perMetre }, py) {
  const { profile, thickness, gouge, x } = replay;
  const at = (i) => {
    const surface = surfaceAt(profile, x[i]);
    return surface && { x: px(x[i]), top: py(surface.z), bed: py(surface.z - thickness[i] - gouge[i]) };
  };
  for (let i = 1; i <= step; i++) {
    const [a, b] = [at(i - 1), at(i)];
    if (a && b && thickness[i] > 0) {
      sliver(context, paint.card, [a.x, a.top - 3, a.bed], [b.x, b.top - 3, b.bed]);
      const bed = gouge[i] > 0 ? GOUGE : skin.flesh;
      sliver(context, bed, [a.x, a.bed, a.bed + 5], [b.x, b.bed, b.bed + 5]);
    }
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
  const at = (i) => {
    const [mid, half] = [centre - y[i] * perMetre, (width[i] * perMetre) / 2];
    return [px(x[i]), mid - half, mid + half];
  };
  for (let i = 1; i <= step; i++) {
    if (thickness[i] > 0) {
      sliver(context, thicknessColour(thickness[i] / view.scales.thickness), at(i - 1), at(i));
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
  const at = (i) => [px(replay.x[i]), py(replay.thickness[i]), base];
  for (let i = 1; i <= step; i++) {
    if (replay.thickness[i] > 0) {
      sliver(context, thicknessColour(replay.thickness[i] / scales.thickness), at(i - 1), at(i));
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
