// One neuron, forwards to the loss and backwards to the gradient, one quantity at a time.

import { equals, num, table } from "../drawing.js"
import { central_difference, from_logit, sigmoid } from "../neuron.js"

const NODES = ["w", "z", "ŷ", "L"]
const LAST = 7 // the steps to the gradient
const walk = change => ({ at }) => ({ at: Math.max(0, Math.min(LAST, at + change)) })

/** The chain w → z → ŷ → L: values below the circles, slopes above the arrows. */
function chain(values, slopes, at) {
  const place = i => 36 + i * 76
  const node = (name, i) => `<circle class="node${i && i === at ? " now" : ""}" cx="${place(i)}" cy="86" r="23"/>
    <text class="name" x="${place(i)}" y="92" text-anchor="middle">${name}</text>
    <text x="${place(i)}" y="132" text-anchor="middle">${i <= at ? values[i] : ""}</text>`
  const link = ({ name, value, when }, i) => `
    <path class="link${when === at ? " now" : ""}" d="M${place(i) + 26} 86h21m-5 -4l6 4l-6 4"/>
    <text x="${place(i) + 38}" y="22" text-anchor="middle">${name}</text>
    <text class="slope" x="${place(i) + 38}" y="42" text-anchor="middle">${at >= when ? value : ""}</text>`
  const name = "The chain from the weight to the loss, its values below and its slopes above"
  return `<svg role="img" class="chain" aria-label="${name}" viewBox="0 0 300 144">
    ${slopes.map(link).join("")}${NODES.map(node).join("")}
  </svg>`
}

/** The short way: (ŷ − y)x, where for the label 1 the error is −(1 − ŷ). */
const shortcut = (x, y, w, b) => (y ? -sigmoid(-w * x - b) : sigmoid(w * x + b)) * x

/** What is computed, in order: its name, how, its value and, of a slope, the central difference. */
function record(x, y, w, b) {
  const sum = weight => weight * x + b
  const loss = p => -Math.log(y ? p : 1 - p) // one term alone: 0 · log 0 would be no number
  const from_sum = z => from_logit(0, y ? -z : z) // the same loss, log(1 + e^∓z): it rounds nothing away
  const z = sum(w)
  const [y_hat, rest] = [sigmoid(z), sigmoid(-z)] // ŷ and 1 − ŷ, both with all their digits
  const least = Math.min(y_hat, rest)
  const check = least > 1e-9 ? central_difference(loss, y_hat, 1e-4 * least) : undefined // ŷ stays in (0, 1)
  const by_y_hat = y ? -1 / y_hat : 1 / rest
  const by_z = y_hat * rest
  const product = Number.isFinite(by_y_hat) ? by_y_hat * by_z * x : shortcut(x, y, w, b)
  return [
    { name: "z", how: "= wx + b", value: z },
    { name: "ŷ", how: "= σ(z)", value: y_hat },
    { name: "L", how: y ? "= −log ŷ" : "= −log(1 − ŷ)", value: from_sum(z) },
    { name: "∂L/∂ŷ", how: y ? "= −1/ŷ" : "= 1/(1 − ŷ)", value: by_y_hat, check },
    { name: "∂ŷ/∂z", how: "= ŷ(1 − ŷ)", value: by_z, check: central_difference(sigmoid, z) },
    { name: "∂z/∂w", how: "= x", value: x, check: central_difference(sum, w) },
    {
      name: "∂L/∂w", how: "= their product", value: product,
      check: central_difference(v => from_sum(sum(v)), w),
    },
  ]
}

function sentence(tape, at, short) {
  if (at === 0) return "Press Next to compute z."
  const { name, how, value, check } = tape[at - 1]
  const says = `Step ${at} of ${LAST}: ${name} ${how} ${equals(value)}.`
  const checked = check === undefined ? "" : ` The central difference says ${num(check)}.`
  return says + checked + (at === LAST ? ` The short way, (ŷ − y)x, gives ${num(short)}.` : "")
}

/** A number of the tape once its step is reached; what comes next is a question. */
function cell(value, i, at) {
  if (i >= at) return i === at ? "?" : ""
  return value === undefined ? "–" : num(value, 6)
}

export default {
  title: "The chain rule, step by step",
  fields: {
    y: { label: "Label y", options: ["0", "1"], value: "1" },
    x: { label: "Input x", min: -3, max: 3, step: 0.1, value: 2 },
    w: { label: "Weight w", min: -3, max: 3, step: 0.1, value: 0.5 },
    b: { label: "Bias b", min: -3, max: 3, step: 0.1, value: -0.5 },
    at: { value: 0, max: LAST },
  },
  buttons: [{ name: "Next", change: walk(1), main: true }, { name: "Back", change: walk(-1) }],
  below: true,
  draw({ x, y: label, w, b, at }) {
    const y = Number(label)
    const tape = record(x, y, w, b)
    const [z, y_hat, loss, by_y_hat, by_z, by_w] = tape.map(({ value }) => value)
    const slopes = [
      { name: "∂z/∂w", value: num(by_w, 3), when: 6 },
      { name: "∂ŷ/∂z", value: num(by_z, 3), when: 5 },
      { name: "∂L/∂ŷ", value: num(by_y_hat, 3), when: 4 },
    ]
    const row = ({ name, how, value, check }, i) => [`<b>${name}</b> ${how}`, cell(value, i, at), cell(check, i, at)]
    return {
      plots: [chain([w, z, y_hat, loss].map(v => num(v, 3)), slopes, at)],
      tables: [table("The tape", ["quantity", "value", "central difference"], tape.map(row), at + 1)],
      text: sentence(tape, at, shortcut(x, y, w, b)),
    }
  },
}
