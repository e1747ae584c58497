// One activation at one z: its value, its slope, its tangent.

import { axes, num, short, table } from "../figure.js"
import * as n from "../neuron.js"

// Function, slope, the greatest slope, and the heights to show.
const LENS = {
  sigmoid: [n.sigmoid, n.sigmoid_derivative, 0.25, [-0.25, 1.25]],
  tanh: [n.tanh, n.tanh_derivative, 1, [-1.25, 1.25]],
  ReLU: [n.relu, n.relu_derivative, 1, [-1.5, 6]],
  "leaky ReLU": [n.leaky_relu, n.leaky_relu_derivative, 1, [-1.5, 6]],
  ELU: [n.elu, n.elu_derivative, 1, [-1.5, 6]],
}
const softmax = state => state.f === "softmax"
const logit = (label, value) => ({ label, min: -6, max: 6, step: 0.1, value, when: softmax })

function one({ f, z }) {
  const [value, slope, most, y] = LENS[f]
  const [a, da] = [value(z), slope(z)]
  const x = [Math.min(-6, z - 1), Math.max(6, z + 1)]
  const range = [Math.min(y[0], a), Math.max(y[1], a)]
  const at = Array.from({ length: 241 }, (_, i) => x[0] + (x[1] - x[0]) * i / 240)
  const share = da / most
  const kink = z === 0 && /ReLU/.test(f)
  const means = kink ? `A kink: the slope is ${f === "ReLU" ? 0 : 0.01} on the left and 1 on the right. By convention we take the left one.`
    : f === "ReLU" && z < 0 ? "The slope is exactly 0: no gradient passes here."
      : `That is ${num(100 * share, 2)} % of its greatest slope${share < 0.1 ? ": learning is slow here" : ""}.`
  return {
    parts: [
      axes({
        name: `${f} with its slope, and the tangent at z`, x, y: range, xlabel: "z", ylabel: "f and f′",
        inside: ({ line, dot }) => (/ReLU/.test(f) ? [at.filter(v => v <= 0), at.filter(v => v > 0)] : [at]).map(piece => line(piece.map(v => [v, slope(v)]), "c1 dash")).join("") + line(at.map(v => [v, value(v)]), "c0")
          + line(x.map(v => [v, a + da * (v - z)]), "c2 thin") + dot(z, da, "c1 full") + dot(z, a, "c0 full"),
      }),
      table("At this z", ["quantity", "value"], [
        [`<i class="key c0"></i>f(z)`, num(a, 6)], [`<i class="key c1"></i>f′(z), the slope`, num(da, 6)],
        [`<i class="key c2"></i>tangent`, `${num(a, 2)} + ${num(da, 2)} · (z ${z < 0 ? "+" : "−"} ${short(Math.abs(z))})`],
        ["greatest slope", short(most)], ["share of it", `${num(100 * share, 2)} %`],
      ]),
    ],
    text: `${f[0].toUpperCase()}${f.slice(1)} at z = ${short(z)}: value ${num(a)}, slope ${num(da)}. ${means}`,
  }
}

function three({ z1, z2, z3 }) {
  const z = [z1, z2, z3]
  const p = n.softmax(z)
  const jacobian = n.softmax_jacobian(z)
  return {
    parts: [
      axes({
        name: "The three probabilities as bars", x: [0.5, 3.5], y: [0, 1], xticks: [1, 2, 3], xlabel: "class k", ylabel: "probability p",
        inside: ({ X, Y }) => p.map((v, k) => `<rect class="bar c${[0, 2, 3][k]}" x="${X(k + 0.7)}" y="${Y(v)}" width="${X(1.1)}" height="${208 - Y(v)}"/>`).join(""),
      }),
      table("Three logits, three probabilities, and their slopes", ["k", "z", "p", "∂p/∂z₁", "∂p/∂z₂", "∂p/∂z₃"],
        z.map((v, k) => [k + 1, short(v), ...[p[k], ...jacobian[k]].map(v => num(v, 3))])),
    ],
    text: `Softmax of ${z.map(v => short(v)).join(", ")}: ${p.map(v => num(v)).join(", ")}. They sum to ${num(p[0] + p[1] + p[2])}.`,
  }
}

export default {
  title: "A lens on six activations",
  fields: {
    f: { label: "Activation f", options: [...Object.keys(LENS), "softmax"], value: "sigmoid" },
    z: { label: "Sum z", min: -6, max: 6, step: 0.1, value: 2, when: state => !softmax(state) },
    z1: logit("Logit z₁", 2),
    z2: logit("Logit z₂", 1),
    z3: logit("Logit z₃", 0),
  },
  buttons: [],
  draw: state => softmax(state) ? three(state) : one(state),
}
