/** Fits a canvas to its box at the screen's resolution; returns a cleared context, drawn in CSS pixels. */
export function fitted(canvas) {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const context = canvas.getContext('2d');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.font = '12px system-ui, sans-serif';
  return { context, width, height };
}

/** Traces a line through points [x, y]; a point with NaN breaks it. */
export function trace(context, points) {
  let down = false;
  for (const [x, y] of points) {
    const known = Number.isFinite(x) && Number.isFinite(y);
    if (known && down) {
      context.lineTo(x, y);
    } else if (known) {
      context.moveTo(x, y);
    }
    down = known;
  }
}

/** Fills a triangle that points down at (x, y), with a rim that keeps it readable on any ground. */
export function marker(context, x, y, fill, rim) {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - 6, y - 10);
  context.lineTo(x + 6, y - 10);
  context.closePath();
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = rim;
  context.stroke();
  context.fillStyle = fill;
  context.fill();
}
