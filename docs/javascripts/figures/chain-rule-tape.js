// One neuron, forwards to the loss and backwards to the gradient, one quantity at a time.

import { num, table } from "../figure.js"
import { central_difference, from_logit, sigmoid } from "../neuron.js"

const NODES = ["w", "z", "ŷ", "L"]
const walk = change => ({ at }) => ({ at: Math.max(0, Math.min(7, at + change)) })

/** The chain w → z → ŷ → L: values below the circles, slopes above the arrows. */
function chain(values, slopes, at) {
  const place = i => 34 + i * 77
  const nodes = NODES.map((name, i) => `<circle class="node${i && i === at ? " now" : ""}" cx="${place(i)}" cy="82" r="20"/>
    <text class="name" x="${place(i)}" y="87" text-anchor="middle">${name}</text>
    <text x="${place(i)}" y="124" text-anchor="middle">${i <= at ? values[i] : "?"}</text>`)
  const links = slopes.map(([name, value, when], i) => `<path class="link${when === at ? " now" : ""}" d="M${place(i) + 22} 82h28m-5 -4l6 4l-6 4"/>
    <text x="${place(i) + 38}" y="32" text-anchor="middle">${name}</text>
    <text class="slope" x="${place(i) + 38}" y="49" text-anchor="middle">${at >= when ? value : "?"}</text>`)
  return `<svg role="img" class="chain" aria-label="The chain from the weight to the loss, its values below and its slopes above" viewBox="0 0 300 140">${links.join("")}${nodes.join("")}</svg>`
}

export default {
  title: "The chain rule, step by step",
  fields: {
    x: { label: "Input x", min: -3, max: 3, step: 0.1, value: 2 },
    y: { label: "Label y", options: ["0", "1"], value: "1" },
    w: { label: "Weight w", min: -3, max: 3, step: 0.1, value: 0.5 },
    b: { label: "Bias b", min: -3, max: 3, step: 0.1, value: -0.5 },
    at: { value: 0, max: 7 },
  },
  buttons: [["Back", walk(-1)], ["Next", walk(1)]],
  draw({ x, y: label, w, b, at }) {
    const y = Number(label)
    const sum = weight => weight * x + b
    const loss = p => -Math.log(y ? p : 1 - p) // one term alone: 0 · log 0 would be no number
    const from_sum = z => from_logit(0, y ? -z : z) // the same loss, log(1 + e^∓z): it rounds nothing away
    const z = sum(w)
    const [y_hat, rest] = [sigmoid(z), sigmoid(-z)] // ŷ and 1 − ŷ, both with all their digits
    const by_y_hat = y ? -1 / y_hat : 1 / rest
    const by_z = y_hat * rest
    const short_way = (y ? -rest : y_hat) * x // (ŷ − y)x
    const nudge = 1e-4 * Math.min(y_hat, rest) // ŷ stays between 0 and 1
    const tape = [
      ["z", "= wx + b", z],
      ["ŷ", "= σ(z)", y_hat],
      ["L", y ? "= −log ŷ" : "= −log(1 − ŷ)", from_sum(z)],
      ["∂L/∂ŷ", y ? "= −1/ŷ" : "= 1/(1 − ŷ)", by_y_hat, Math.min(y_hat, rest) > 1e-9 ? central_difference(loss, y_hat, nudge) : undefined],
      ["∂ŷ/∂z", "= ŷ(1 − ŷ)", by_z, central_difference(sigmoid, z)],
      ["∂z/∂w", "= x", x, central_difference(sum, w)],
      ["∂L/∂w", "= their product", Number.isFinite(by_y_hat) ? by_y_hat * by_z * x : short_way, central_difference(v => from_sum(sum(v)), w)],
    ]
    const [name, how, value, check] = tape[at - 1] ?? []
    const says = at === 0 ? "Press Next to compute z."
      : `Step ${at} of 7: ${name} ${how} = ${num(value)}.${check === undefined ? "" : ` The central difference says ${num(check)}.`}`
    return {
      parts: [
        chain([w, z, y_hat, tape[2][2]].map(v => num(v, 3)), [["∂z/∂w", num(x, 3), 6], ["∂ŷ/∂z", num(by_z, 3), 5], ["∂L/∂ŷ", num(by_y_hat, 3), 4]], at),
        table("The tape", ["quantity", "value", "central difference"], tape.map(([name, how, value, check], i) =>
          [`<b>${name}</b> ${how}`, ...[value, check].map(v => i >= at ? "?" : v === undefined ? "–" : num(v, 6))])),
      ],
      text: says + (at === 7 ? ` The short way, (ŷ − y)x, gives ${num(short_way)}.` : ""),
    }
  },
}
