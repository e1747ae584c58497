// A linear neuron with the mean squared error: a bowl, and a step that may be too long for it.
// From w = 0, b = 0 both weights of OR stay equal, so the whole path lies in the plane of w and b.

import { axes, exact, full, num, short, table, times } from "../drawing.js"
import { CORNERS, GATES, forward, linear_gradients, mse, step } from "../neuron.js"

const STEEPEST = (7 + Math.sqrt(33)) / 4 // the largest eigenvalue of H = 2/N X₁ᵀX₁
const CRITICAL = 2 / STEEPEST
const [W, B, LEAST] = [0.5, 0.25, 0.0625] // the bottom: w₁ = w₂ = ½, b = ¼, and the loss there
const LEVELS = [0.02, 0.1, 0.3, 0.7, 1.3, 2.1, 3.1] // of the contours, above the least loss
const SHOWN = 300 // steps of the path: later ones lie on the bottom, or outside
const y = GATES.OR

function descend(lr, steps) {
  let state = { w: [0, 0], b: 0 }
  const path = []
  for (let i = 0; i <= steps; i++) {
    path.push({ ...state, loss: mse(y, forward(CORNERS, state.w, state.b, z => z)) })
    state = step(state, linear_gradients(CORNERS, y, state.w, state.b), lr)
  }
  return path
}

/** The curve on which the loss is `level` above its least: u²/2 + (u + v)², a circle that is stretched. */
const contour = level => Array.from({ length: 145 }, (_, i) => {
  const u = Math.sqrt(2 * level) * Math.cos(i * Math.PI / 72)
  return [W + u, B + Math.sqrt(level) * Math.sin(i * Math.PI / 72) - u]
})

function bowl(path) {
  const points = path.slice(0, SHOWN).map(({ w, b }) => [w[0], b])
  const { w, b } = path.at(-1)
  return axes({
    name: "The bowl from above, as contours, with the path of the training",
    x: [-1, 2], y: [-1.04, 1.54], xticks: [0, 1, 2], xlabel: "w₁ = w₂", ylabel: "b",
    inside: ({ line, dot }) => [
      ...LEVELS.map(level => line(contour(level), "contour")),
      line(points, "c0 thin"),
      ...points.map(point => dot(...point, "c0 full", 2.5)),
      dot(W, B, "c2 full", 4), dot(w[0], b, "c0 full", 6),
    ].join(""),
  })
}

/** About three whole exponents from −1 up to `top`. */
const exponents = top => Array.from({ length: 4 }, (_, i) => -1 + i * Math.max(1, Math.ceil((top + 1) / 3)))
  .filter(v => v <= top)
const power = v => `10<tspan dy="-5" font-size="9">${short(v)}</tspan>`

function losses(path) {
  const steps = path.length - 1
  const logs = path.map(({ loss }, i) => [i, Math.log10(loss)]).filter(([, v]) => Number.isFinite(v))
  const top = Math.max(1, ...logs.map(([, v]) => v))
  const end = Math.max(60, steps)
  const least = Math.log10(LEAST)
  return axes({
    name: "The loss over the steps, on a logarithmic scale", size: [300, 108],
    x: [-0.03 * end, 1.03 * end], y: [-1.5, 1.08 * top], ylabel: "loss over the steps",
    yticks: exponents(top), ytick: power,
    inside: ({ line, dot }) => [
      line([[-end, least], [2 * end, least]], "c2 thin"),
      line(logs, "c0"),
      dot(steps, Math.log10(path[steps].loss), "c0 full"),
    ].join(""),
  })
}

/** Where a rate stands, and what becomes of the path. */
function fate(lr) {
  if (lr > CRITICAL) {
    return ["above the critical rate", "along the steepest direction each step lands farther from the bottom"]
  }
  if (1 - lr * STEEPEST < 0) return ["below the critical rate", "the path zigzags, and settles"]
  if (lr > 0) return ["below the critical rate", "the path settles without overshooting"]
  if (lr < 0) return ["negative", "each step goes uphill, farther from the bottom"]
  return ["no step at all", "the path stays where it is"]
}

export default {
  title: "The learning-rate bowl",
  fields: {
    lr: { label: "Learning rate α", min: 0.05, max: 0.75, step: 0.01, value: 0.3 },
    steps: { value: 0, max: 5000 },
  },
  steps: { run: 60, frame: 1 },
  stacked: true,
  draw({ lr, steps }) {
    const path = descend(lr, steps)
    const { w, b, loss } = path[steps]
    const [where, course] = fate(lr)
    return {
      plots: [bowl(path), losses(path)],
      tables: [
        table(`At step ${steps}`, ["quantity", "value"], [
          ["w₁ = w₂", full(w[0])], ["b", full(b)], ["loss", full(loss)],
        ]),
        table("The step", ["quantity", "value"], [
          ["critical rate", num(CRITICAL)],
          ["α in per cent of it", `${num(100 * lr / CRITICAL, 1)} %`],
          ["factor 1 − αλ", num(1 - lr * STEEPEST)],
        ]),
      ],
      text: `α = ${exact(lr)} is ${where}${steps ? `: ${course}` : ""}.`
        + ` Loss after ${times(steps, "step")}: ${num(loss)}.`,
    }
  },
}
