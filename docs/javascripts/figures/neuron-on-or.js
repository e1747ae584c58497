// Weights set by hand: which gates can one neuron be?

import { num, plane, short, table } from "../drawing.js"
import { CORNERS, GATES, decimal_sum, elu, leaky_relu, relu, sigmoid, tanh } from "../neuron.js"

const ACTIVATIONS = { sigmoid, tanh, ReLU: relu, "leaky ReLU": leaky_relu, ELU: elu }
const HEAD = ["x₁ x₂", "w₁x₁", "w₂x₂", "b", "z", "a", "class"]

/** The corners that are wrong, in words. */
function verdict(gate, wrong) {
  if (!wrong.length) return "✓ This neuron is the gate."
  if (gate === "XOR" && wrong.length === 1) {
    return "No line does better: three is the most that one neuron can reach on XOR."
  }
  return `Wrong at ${wrong.map(x => x.join(" ")).join(", ")}.`
}

export default {
  title: "Set the weights by hand",
  fields: {
    gate: { label: "Gate", options: ["AND", "OR", "XOR"], value: "AND" },
    f: { label: "Activation f", options: Object.keys(ACTIVATIONS), value: "sigmoid" },
    w1: { label: "Weight w₁", min: -3, max: 3, step: 0.1, value: 1 },
    w2: { label: "Weight w₂", min: -3, max: 3, step: 0.1, value: 1 },
    b: { label: "Bias b", min: -3, max: 3, step: 0.1, value: 0 },
  },
  buttons: [],
  wide: true,
  draw({ gate, f: name, w1, w2, b }) {
    const y = GATES[gate]
    const f = ACTIVATIONS[name]
    const z = CORNERS.map(([x1, x2]) => decimal_sum([w1 * x1, w2 * x2, b]))
    const says = z.map(v => v > 0 ? 1 : 0) // a tie, z = 0, is a "no"
    const wrong = CORNERS.filter((_, i) => says[i] !== y[i])
    const row = ([x1, x2], i) => [
      `${x1} ${x2}`, ...[w1 * x1, w2 * x2, b, z[i]].map(v => short(v)), num(f(z[i]), 3),
      `${says[i]} ${says[i] === y[i] ? "✓" : "✗"}`,
    ]
    return {
      plots: [plane({
        name: "by-hand", w: [w1, w2], b, y, says, corners: CORNERS,
        f: name === "sigmoid" ? v => 2 * sigmoid(v) - 1 : f,
      })],
      tables: [table("Row by row, from the inputs to the class", HEAD, CORNERS.map(row))],
      done: !wrong.length,
      text: `${gate}: ${4 - wrong.length} of 4 rows right. ${verdict(gate, wrong)}`,
    }
  },
}
