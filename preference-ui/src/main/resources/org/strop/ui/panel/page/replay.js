/**
 * Turns a replay, as the panel sends it, into series to draw. SI units; the world's x runs along
 * the produce, z up. Missing values are NaN, missing channels are empty.
 */

/** Columns of the channels. */
const X = 0, Y = 1, Z = 2, QX = 3, QY = 4, QZ = 5, QW = 6;
const THICKNESS = 0, WIDTH = 1, GOUGE = 3;
/** Shallower than this is no gouge to point at, m. */
const SHOWN_GOUGE_M = 0.0002;

/** How far the rounded ends reach past the profile, in radii. */
export const CAP = 0.45;

/** Prepares steps [from, to) of a replay. */
export function prepare(raw, from, to) {
  const pick = (rows) => rows.slice(from, to);
  const state = pick(raw.state);
  const cut = pick(raw.cut);
  const column = (rows, i) => rows.map((row) => row[i] ?? NaN);
  return {
    kind: raw.workpiece?.kind ?? 'workpiece',
    rateHz: raw.rate_hz,
    steps: to - from,
    seconds: Math.max(0, to - from - 1) / raw.rate_hz,
    x: column(state, X),
    y: column(state, Y),
    z: column(state, Z),
    back: state.map(bladeBack),
    force: pick(raw.wrench).map((w) => Math.hypot(w[0] ?? NaN, w[1] ?? NaN, w[2] ?? NaN)),
    thickness: column(cut, THICKNESS),
    width: column(cut, WIDTH),
    gouge: column(cut, GOUGE).map((depth) => (depth > SHOWN_GOUGE_M ? depth : 0)),
    profile: (raw.workpiece?.profile ?? []).map(([x, z, radius]) => ({ x, z, radius })),
    skin: raw.workpiece?.skin_thickness_m ?? NaN,
  };
}

/** Direction from the edge to the blade's back in the x-z plane: the tool's -x axis, turned. */
function bladeBack(pose) {
  const [qx, qy, qz, qw] = [pose[QX], pose[QY], pose[QZ], pose[QW]];
  return { x: -(1 - 2 * (qy * qy + qz * qz)), z: -2 * (qx * qz - qw * qy) };
}

/** Step at a time in seconds, as a real number within [0, steps - 1]. */
export function stepAt(replay, seconds) {
  return Math.min(Math.max(seconds * replay.rateHz, 0), replay.steps - 1);
}

/** Value of a series between two steps. */
export function between(series, step) {
  const i = Math.min(Math.floor(step), series.length - 2);
  return i < 0 ? (series[0] ?? NaN) : series[i] + (series[i + 1] - series[i]) * (step - i);
}

/** Surface of the produce at x: {z, radius}, or null beside it. */
export function surfaceAt(profile, x) {
  const i = profile.findIndex((point) => point.x >= x);
  if (i < 0 || (i === 0 && profile[0].x > x)) {
    return null;
  }
  const [a, b] = [profile[Math.max(i - 1, 0)], profile[i]];
  const w = b.x > a.x ? (x - a.x) / (b.x - a.x) : 0;
  return { z: a.z + w * (b.z - a.z), radius: a.radius + w * (b.radius - a.radius) };
}

/** Steps at which a gouge begins. */
export function gougeStarts(replay) {
  return replay.gouge.flatMap((depth, i) => (depth > 0 && !(replay.gouge[i - 1] > 0) ? [i] : []));
}

/** Scales shared by two replays, so that both are drawn alike: extent along x, force, thickness. */
export function sharedScales(replays) {
  const all = (key) => replays.flatMap((replay) => replay[key]).filter(Number.isFinite);
  const xs = replays.flatMap((replay) => replay.profile.map((point) => point.x));
  const along = xs.length > 0 ? xs : all('x');
  const ends = replays.flatMap(({ profile }) => profile.slice(0, 1).concat(profile.slice(-1)));
  const cap = CAP * Math.max(0, ...ends.map((point) => point.radius));
  return {
    from: Math.min(...along) - cap,
    to: Math.max(...along) + cap,
    force: roundUp(Math.max(10, ...all('force')), 10),
    thickness: roundUp(Math.max(0.002, ...all('thickness')), 0.001),
    seconds: Math.max(...replays.map((replay) => replay.seconds)),
  };
}

function roundUp(value, unit) {
  return Math.ceil(value / unit - 1e-6) * unit;
}

/** What the pictures show, in a sentence, for those who can't see them. */
export function describe(replay) {
  const cut = replay.thickness.filter((t) => t > 0);
  const mean = cut.reduce((sum, t) => sum + t, 0) / cut.length;
  const strip = cut.length > 0
    ? `peel ${(1000 * mean).toFixed(1)} mm thick on average, at most ${(1000 * Math.max(...cut)).toFixed(1)} mm`
    : 'no peel cut';
  const peak = Math.max(0, ...replay.force.filter(Number.isFinite));
  const gouges = gougeStarts(replay).length;
  return `${replay.kind}, ${strip}, ${gouges} gouge${gouges === 1 ? '' : 's'}, force up to ${peak.toFixed(0)} newtons`;
}
