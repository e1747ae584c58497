// One activation at one z: its value, its slope, its tangent.

import { axes, exact, key, num, short, table } from "../drawing.js"
import * as n from "../neuron.js"

const LENS = {
  sigmoid: { f: n.sigmoid, slope: n.sigmoid_derivative, most: 0.25, heights: [-0.25, 1.25] },
  tanh: { f: n.tanh, slope: n.tanh_derivative, most: 1, heights: [-1.25, 1.25] },
  ReLU: { f: n.relu, slope: n.relu_derivative, most: 1, heights: [-1.5, 6], left: 0 },
  "leaky ReLU": { f: n.leaky_relu, slope: n.leaky_relu_derivative, most: 1, heights: [-1.5, 6], left: 0.01 },
  ELU: { f: n.elu, slope: n.elu_derivative, most: 1, heights: [-1.5, 6] },
}
const HEAD = ["k", "z", "p", "∂p/∂z₁", "∂p/∂z₂", "∂p/∂z₃"]
const softmax = state => state.f === "softmax"
const logit = (label, value) => ({ label, min: -6, max: 6, step: 0.1, value, when: softmax })
const percent = (share, digits) => `${num(100 * share, digits)} %`

/** What the slope at z means; `left` is the slope on the left of a kink at 0. */
function meaning({ left }, z, share) {
  if (z === 0 && left !== undefined) {
    return `A kink: the slope is ${left} on the left and 1 on the right. By convention we take the left one.`
  }
  if (left === 0 && z < 0) return "The slope is exactly 0: no gradient passes here."
  return `That is ${percent(share, 2)} of its greatest slope${share < 0.1 ? ": little of an error passes here" : ""}.`
}

function curves(name, z) {
  const { f, slope, heights, left } = LENS[name]
  const [a, da] = [f(z), slope(z)]
  const x = [Math.min(-6, z - 1), Math.max(6, z + 1)]
  const at = Array.from({ length: 241 }, (_, i) => x[0] + (x[1] - x[0]) * i / 240)
  const pieces = left === undefined ? [at] : [at.filter(v => v <= 0), at.filter(v => v > 0)] // it jumps
  return axes({
    name: `${name} with its slope, and the tangent at z`, size: [300, 320],
    x, y: [Math.min(heights[0], a), Math.max(heights[1], a)], xlabel: "z", ylabel: "f and f′",
    inside: ({ line, dot }) => [
      ...pieces.map(piece => line(piece.map(v => [v, slope(v)]), "c2 dash")),
      line(at.map(v => [v, f(v)]), "c0"),
      line(x.map(v => [v, a + da * (v - z)]), "ink thin"),
      dot(z, da, "c2 full"), dot(z, a, "c0 full"),
    ].join(""),
  })
}

function one({ f: name, z }) {
  const { f, slope, most } = LENS[name]
  const [a, da] = [f(z), slope(z)]
  const share = da / most
  const tangent = `${num(a, 2)} + ${num(da, 2)} · (z ${z < 0 ? "+" : "−"} ${short(Math.abs(z))})`
  const title = name[0].toUpperCase() + name.slice(1)
  return {
    plots: [curves(name, z)],
    tables: [table("At this z", ["quantity", "value"], [
      [key("c0", "f(z)"), num(a, 6)],
      [key("c2", "slope f′(z)"), num(da, 6)],
      [key("ink", "tangent"), tangent],
      ["greatest slope", short(most)],
      ["share of it", percent(share, 2)],
    ])],
    text: `${title} at z = ${exact(z)}: value ${num(a)}, slope ${num(da)}. ${meaning(LENS[name], z, share)}`,
  }
}

function three({ z1, z2, z3 }) {
  const z = [z1, z2, z3]
  const p = n.softmax(z)
  const jacobian = n.softmax_jacobian(z)
  const bar = ({ X, Y, height }, v, k) =>
    `<rect class="bar c${[0, 2, 3][k]}" x="${X(k + 0.7)}" y="${Y(v)}" width="${X(1.1)}" height="${height - Y(v)}"/>`
  return {
    plots: [axes({
      name: "The three probabilities as bars", size: [300, 320],
      x: [0.5, 3.5], y: [0, 1], xticks: [1, 2, 3], xlabel: "class k", ylabel: "probability p",
      inside: tools => p.map((v, k) => bar(tools, v, k)).join(""),
    })],
    tables: [table("Three logits, three probabilities, and their slopes", HEAD,
      z.map((v, k) => [k + 1, short(v), ...[p[k], ...jacobian[k]].map(v => num(v, 3))]))],
    text: `Softmax of ${z.map(exact).join(", ")}: ${p.map(v => num(v)).join(", ")}.`
      + ` They sum to ${num(p[0] + p[1] + p[2])}.`,
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
  wide: true,
  draw: state => softmax(state) ? three(state) : one(state),
}
