// Three losses of one prediction, each with its slope there.

import { axes, exact, key, num, table } from "../drawing.js"
import * as n from "../neuron.js"

// Of a cross-entropy one term counts; with the other, 0 · log 0 would be no number. Outside 0 to 1 it has no value.
const between = (p, value) => p >= 0 && p <= 1 ? value : NaN
const entropy = ([y], [p]) => between(p, y ? -Math.log(p) : -Math.log1p(-p))
const entropy_gradient = ([y], [p]) => [between(p, y ? -1 / p : 1 / (1 - p))]

const LOSSES = {
  "squared error": { colour: "ink", f: n.mse, slope: n.mse_gradient },
  "absolute error": { colour: "c2", f: n.mae, slope: n.mae_gradient },
  "cross-entropy": { colour: "c0", f: entropy, slope: entropy_gradient },
}
const AT = Array.from({ length: 199 }, (_, i) => (i + 1) / 200)

const style = (loss, chosen) => `${LOSSES[loss].colour} ${loss === chosen ? "" : "dash"}`

/** Which curve is which, in the corner that all of them leave free. */
const names = ({ line, text }, y, chosen) => Object.keys(LOSSES).map((loss, i) => {
  const [x, v] = [y ? 0.45 : 0.03, 4.7 - 0.4 * i]
  return `<g>${line([[x, v], [x + 0.1, v]], style(loss, chosen))}${text(x + 0.13, v - 0.09, loss)}</g>`
})

function curves(y, y_hat, chosen) {
  const { colour, f, slope } = LOSSES[chosen]
  const [height, steep] = [f([y], [y_hat]), slope([y], [y_hat])[0]]
  const name = "Three losses over the prediction, and the tangent of the chosen one"
  return axes({
    name, size: [300, 294], x: [0, 1], y: [0, 5], xlabel: "prediction ŷ", ylabel: `loss, label ${y}`,
    inside: ({ line, dot, text }) => [
      ...Object.entries(LOSSES).map(([loss, { f }]) => line(AT.map(p => [p, f([y], [p])]), style(loss, chosen))),
      ...names({ line, text }, y, chosen),
      line([-1, 2].map(p => [p, height + steep * (p - y_hat)]), "thin"),
      dot(y_hat, height, `${colour} full handle`, 7),
    ].join(""),
  })
}

export default {
  title: "Three losses of one prediction",
  fields: {
    loss: { label: "Loss", options: Object.keys(LOSSES), value: "squared error" },
    y: { label: "Label y", options: ["1", "0"], value: "1" },
    y_hat: { label: "Prediction ŷ", min: 0.01, max: 0.99, step: 0.01, value: 0.5 },
  },
  buttons: [],
  drag: ([p]) => ({ y_hat: Number(p.toFixed(2)) }),
  draw({ loss: chosen, y: label, y_hat }) {
    const y = Number(label)
    const value = { f: kind => LOSSES[kind].f([y], [y_hat]), slope: kind => LOSSES[kind].slope([y], [y_hat])[0] }
    const row = kind => [key(LOSSES[kind].colour, kind), num(value.f(kind)), num(value.slope(kind))]
    const slope = value.slope(chosen)
    const way = value.f(chosen) === 0 ? ": nothing is left to gain"
      : slope < 0 ? ": raise the prediction" : slope > 0 ? ": lower the prediction" : ""
    return {
      plots: [curves(y, y_hat, chosen)],
      tables: [table("At this prediction", ["loss", "value", "slope"], Object.keys(LOSSES).map(row))],
      text: `The ${chosen} of ${exact(y_hat)}, where ${y} is right, is ${num(value.f(chosen))}.`
        + ` Its slope is ${num(slope)}${way}.`,
    }
  },
}
