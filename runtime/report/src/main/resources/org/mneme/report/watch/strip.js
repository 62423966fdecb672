/* Pictures that scroll with time: columns of ticks are painted once, and then moved. */
(function (m) {
  "use strict";

  /**
   * A picture of the last ticks. paint(context, from, to, x, wide, high, canvas) paints ticks from...to - 1 into columns that begin at x,
   * wide pixels each; a column is cleared before. Columns and rows are whole pixels of the picture.
   */
  function strip(paint) {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    let span = 1;
    let wide = 1;
    let from = 0;
    let done = 0;

    function forget() {
      done = from = NaN;
    }

    /** Prepares for so many ticks, in columns of so many pixels. */
    function fit(ticks, columnWidth, height) {
      const width = (ticks + 2) * columnWidth;
      if (canvas.width === width && canvas.height === height && wide === columnWidth) return;
      span = ticks + 2;
      wide = columnWidth;
      canvas.width = width;
      canvas.height = Math.max(1, height);
      forget();
    }

    /** Paints what is missing up to a tick, exclusive. */
    function paintTo(end, ticks) {
      const begin = Math.max(0, end - ticks - 1);
      if (!(done <= end && done >= begin && from <= begin + ticks)) {
        done = from = begin;
      }
      while (done < end) {
        const column = done % span;
        const until = Math.min(end, done + span - column);
        context.clearRect(column * wide, 0, (until - done) * wide, canvas.height);
        paint(context, done, until, column * wide, wide, canvas.height);
        done = until;
      }
    }

    /** Draws ticks low...high to a box of another context. */
    function draw(target, box, low, high, smooth) {
      const scale = box.width / (high - low);
      const end = Math.min(done, Math.ceil(high));
      let tick = Math.max(from, Math.floor(low), 0);
      target.imageSmoothingEnabled = smooth;
      while (tick < end) {
        const column = tick % span;
        const until = Math.min(end, tick + span - column);
        target.drawImage(
          canvas,
          column * wide,
          0,
          (until - tick) * wide,
          canvas.height,
          box.left + (tick - low) * scale,
          box.top,
          (until - tick) * scale,
          box.height
        );
        tick = until;
      }
    }

    return { fit, paintTo, draw, forget };
  }

  m.strip = strip;
})((window.mnemeWatch = window.mnemeWatch || {}));
