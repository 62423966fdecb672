/* Where the segments of a skeleton end, seen from the side: x forwards, y upwards. */
(function (m) {
  "use strict";

  /**
   * Lays out segments, each after its parent: { parent, joint, length, rest, sign }. The direction of a segment, counter-clockwise from x
   * in degrees, is its parent's (0 without one) + rest + sign * the value of its joint. into takes x0, y0, x1, y1 of each.
   */
  function pose(segments, values, rootX, rootY, into) {
    const directions = pose.directions.length >= segments.length ? pose.directions : (pose.directions = new Float64Array(segments.length));
    for (let k = 0; k < segments.length; k++) {
      const s = segments[k];
      const above = s.parent >= 0;
      const turned = s.joint >= 0 ? s.sign * values[s.joint] : 0;
      directions[k] = (above ? directions[s.parent] : 0) + s.rest + turned;
      const radians = (directions[k] * Math.PI) / 180;
      const x = above ? into[4 * s.parent + 2] : rootX;
      const y = above ? into[4 * s.parent + 3] : rootY;
      into[4 * k] = x;
      into[4 * k + 1] = y;
      into[4 * k + 2] = x + s.length * Math.cos(radians);
      into[4 * k + 3] = y + s.length * Math.sin(radians);
    }
    return into;
  }
  pose.directions = new Float64Array(0);

  m.pose = pose;
})((window.mnemeWatch = window.mnemeWatch || {}));
