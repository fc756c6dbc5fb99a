/** Colours of produce and peel. Thickness runs from pale to deep blue: no colour says good or bad. */

const PRODUCE = {
  cucumber: { skin: '#5d8a4a', shade: '#3f6a35', flesh: '#dfeac4' },
  apple: { skin: '#b8483c', shade: '#8d2f2a', flesh: '#f7efd2' },
  potato: { skin: '#a98757', shade: '#80633c', flesh: '#f3e3b0' },
};
const OTHER = { skin: '#8a8578', shade: '#68645a', flesh: '#e8e4d8' };
const THIN = [214, 230, 245], MIDDLE = [104, 149, 207], THICK = [33, 37, 110];

/** Skin, shaded skin and flesh of a kind of produce. */
export function produceColours(kind) {
  return PRODUCE[kind] ?? OTHER;
}

/** Colour of a peel of this share (0 to 1) of the thickest on the scale. */
export function thicknessColour(share) {
  const s = Math.min(Math.max(share, 0), 1);
  const [a, b, w] = s < 0.5 ? [THIN, MIDDLE, s * 2] : [MIDDLE, THICK, s * 2 - 1];
  return `rgb(${a.map((v, i) => Math.round(v + w * (b[i] - v))).join(' ')})`;
}

/** The page's own colours, as the theme has them now. */
export function themeColours(element) {
  const style = getComputedStyle(element);
  const read = (name) => style.getPropertyValue(name).trim();
  return {
    ink: read('--ink'),
    soft: read('--soft'),
    line: read('--line'),
    card: read('--card'),
    accent: read('--accent'),
    handle: read('--handle'),
    steel: read('--steel'),
    steelEdge: read('--steel-edge'),
  };
}
