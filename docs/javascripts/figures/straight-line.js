// One input: the weight is the slope, the bias the intercept, and a point decides.

import { axes, equals, exact, short, table } from "../drawing.js"

const tenth = value => Number(value.toFixed(1)) // what sliders can say

function picture(w, b) {
  return axes({
    name: "The line z = wx + b, its intercept, its slope, and the point where z = 0", size: [300, 294],
    x: [-4, 4], y: [-8, 8], xlabel: "input x", ylabel: "z",
    inside: ({ line, dot }) => [
      line([[-9, 0], [9, 0]], "thin"), line([[0, -9], [0, 9]], "thin"),
      line([-9, 9].map(x => [x, w * x + b]), "c0"),
      line([[0, b], [1, b], [1, b + w]], "c2 dash"),
      dot(-b / w, 0, "ink full", 7),
      dot(0, b, "c0 full handle", 7), dot(1, b + w, "c2 full handle", 7),
    ].join(""),
  })
}

/** Where the neuron says yes. */
function decision(w, b) {
  if (w !== 0) return `z = 0 at x ${equals(-b / w, short)}: to the ${w > 0 ? "right" : "left"} of it z is positive.`
  if (b === 0) return "z is 0 everywhere: every x lies on the boundary."
  return `z is ${exact(b)} everywhere: there is no boundary.`
}

export default {
  title: "Slope and intercept",
  fields: {
    w: { label: "Weight w", min: -4, max: 4, step: 0.1, value: 1 },
    b: { label: "Bias b", min: -6, max: 6, step: 0.1, value: 0 },
  },
  buttons: [],
  /** The point at x = 0 moves the bias, the one at x = 1 the weight. */
  drag: ([, y], { b }, { from }) => from[0] > 0.5 ? { w: tenth(y - b) } : { b: tenth(y) },
  draw({ w, b }) {
    const line = `z = ${exact(w)}x ${b < 0 ? "−" : "+"} ${exact(Math.abs(b))}.`
    return {
      plots: [picture(w, b)],
      tables: [table("The line", ["x", "z"], [-1, 0, 1, 2].map(x => [short(x), short(w * x + b)]))],
      text: `${line} At x = 0 it is ${exact(b)}; a step to the right adds ${exact(w)}. ${decision(w, b)}`,
    }
  },
}
