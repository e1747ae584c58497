// Two inputs: the weights are an arrow at right angles to the boundary.

import { axes, exact, num, short, table } from "../drawing.js"

const tenth = value => Number(value.toFixed(1)) // what sliders can say
const FAR = 20 // beyond the picture, and not so far that an engine loses count

function picture(w, b) {
  const size = Math.hypot(...w)
  const unit = w.map(v => v / size)
  // The place that is so far along w from the origin, and so far to the left of there.
  const at = (along, left) => [along * unit[0] - left * unit[1], along * unit[1] + left * unit[0]]
  const near = Math.max(-10, Math.min(10, -b / size))
  const yes = [at(near, -FAR), at(near, FAR), at(near + FAR, FAR), at(near + FAR, -FAR)]
  return axes({
    name: "The plane of two inputs: the boundary, the side where z is positive, and the arrow w",
    size: [300, 312], x: [-4, 4], y: [-4, 4], xticks: [-2, 0, 2], yticks: [-2, 0, 2], xlabel: "x₁", ylabel: "x₂",
    inside: ({ X, Y, line, dot }) => size === 0 ? dot(0, 0, "c0 full handle", 7) : [
      `<path class="yes" d="M${yes.map(([u, v]) => `${X(u)} ${Y(v)}`).join("L")}z"/>`,
      line([at(near, -FAR), at(near, FAR)], "edge"),
      line([[0, 0], at(near, 0)], "c2 dash"),
      line([at(near - 0.35, 0), at(near - 0.35, 0.35), at(near, 0.35)], "thin"),
      line([[0, 0], w], "c0"), line([at(size - 0.45, 0.2), w, at(size - 0.45, -0.2)], "c0"),
      dot(0, 0, "c0 full", 3), dot(...w, "c0 handle", 16),
    ].join(""),
  })
}

export default {
  title: "The boundary and the arrow w",
  fields: {
    w1: { label: "Weight w₁", min: -3, max: 3, step: 0.1, value: 1 },
    w2: { label: "Weight w₂", min: -3, max: 3, step: 0.1, value: 2 },
    b: { label: "Bias b", min: -6, max: 6, step: 0.1, value: -3 },
  },
  buttons: [],
  drag: ([x1, x2]) => ({ w1: tenth(x1), w2: tenth(x2) }), // the tip of the arrow
  draw({ w1, w2, b }) {
    const size = Math.hypot(w1, w2)
    const distance = b === 0 && size > 0 ? 0 : 1 / Math.hypot(w1 / b, w2 / b) // |b| / |w|, however small they are
    const side = b > 0 ? "lies where z is positive" : b < 0 ? "lies where z is negative" : "lies on it"
    return {
      plots: [picture([w1, w2], b)],
      tables: [
        table("The arrow", ["quantity", "value"], [
          ["w", `(${short(w1)}, ${short(w2)})`], ["its length |w|", num(size)],
        ]),
        table("The boundary", ["quantity", "value"], [
          ["along it", `(${short(w2)}, ${short(-w1)})`],
          ["z changes by", `${short(w1 * w2 + w2 * -w1)}`],
          ["distance |b| / |w|", num(distance)],
        ]),
      ],
      text: size === 0 && b === 0 ? "All three are 0: no arrow, and z = 0 everywhere."
        : size === 0 ? "Both weights are 0: no arrow, and no boundary to be at right angles to."
        : `The boundary is at right angles to w = (${exact(w1)}, ${exact(w2)}), ${num(distance)} from the`
          + ` origin, which ${side}.`,
    }
  },
}
