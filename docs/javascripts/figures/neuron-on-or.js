// Weights set by hand: which gates can one neuron be?

import { num, plane, short, table } from "../figure.js"
import { CORNERS, GATES, elu, leaky_relu, relu, sigmoid, tanh } from "../neuron.js"

const ACTIVATIONS = { sigmoid, tanh, ReLU: relu, "leaky ReLU": leaky_relu, ELU: elu }

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
  draw({ gate, f, w1, w2, b }) {
    const y = GATES[gate]
    const rows = CORNERS.map(([x1, x2], i) => {
      const terms = [w1 * x1, w2 * x2, b]
      const z = Number((terms[0] + terms[1] + b).toFixed(12)) // 0.1 + 0.2 − 0.3 is a tie
      const says = z > 0 ? 1 : 0 // a tie, z = 0, is a "no"
      return { x: `${x1} ${x2}`, terms, z, a: ACTIVATIONS[f](z), says, right: says === y[i] }
    })
    const wrong = rows.filter(row => !row.right).map(row => row.x)
    const right = 4 - wrong.length
    const verdict = right === 4 ? "This neuron is the gate."
      : gate === "XOR" && right === 3 ? "No line does better: three is the most that one neuron can reach on XOR."
        : `Wrong at ${wrong.join(", ")}.`
    return {
      parts: [
        plane({ name: "by-hand", w: [w1, w2], b, y, corners: CORNERS, f: f === "sigmoid" ? z => 2 * sigmoid(z) - 1 : ACTIVATIONS[f] }),
        table("Row by row, from the inputs to the class", ["x₁ x₂", "w₁x₁", "w₂x₂", "b", "z", "a", "class"], rows.map(row =>
          [row.x, ...[...row.terms, row.z].map(v => short(v)), num(row.a, 3), `${row.says} ${row.right ? "✓" : "✗"}`])),
      ],
      text: `${gate}: ${right} of 4 rows are right. ${verdict}`,
    }
  },
}
