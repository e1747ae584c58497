// One neuron, forwards to the loss and backwards to the gradient, one quantity at a time.

import { num, table } from "../figure.js"
import { binary_cross_entropy, central_difference, sigmoid, sigmoid_derivative } from "../neuron.js"

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
    const loss = p => binary_cross_entropy([y], [p])
    const z = sum(w)
    const y_hat = sigmoid(z)
    const by_y_hat = -y / y_hat + (1 - y) / (1 - y_hat)
    const by_z = sigmoid_derivative(z)
    const tape = [
      ["z", "= wx + b", z],
      ["ŷ", "= σ(z)", y_hat],
      ["L", y ? "= −log ŷ" : "= −log(1 − ŷ)", loss(y_hat)],
      ["∂L/∂ŷ", y ? "= −1/ŷ" : "= 1/(1 − ŷ)", by_y_hat, central_difference(loss, y_hat)],
      ["∂ŷ/∂z", "= ŷ(1 − ŷ)", by_z, central_difference(sigmoid, z)],
      ["∂z/∂w", "= x", x, central_difference(sum, w)],
      ["∂L/∂w", "= their product", by_y_hat * by_z * x, central_difference(v => loss(sigmoid(sum(v))), w)],
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
      text: says + (at === 7 ? ` The short way, (ŷ − y)x, gives ${num((y_hat - y) * x)}.` : ""),
    }
  },
}
