// The published run, drawn as a neuron: its wires are as thick as its weights.

import { full, num, plane, table } from "../drawing.js"
import { CORNERS, GATES, START, binary_cross_entropy, forward, gradients, sigmoid, step } from "../neuron.js"

const y = GATES.OR
const path = [START] // the neuron after 0, 1, 2 … steps, as far as it was asked for

function after(steps) {
  while (path.length <= steps) {
    const { w, b } = path.at(-1)
    path.push(step({ w, b }, gradients(CORNERS, y, w, b), 0.1))
  }
  return path[steps]
}

/** A wire: orange if it pulls the answer up, purple if down, and as thick as its number is large. */
const wire = (value, way) =>
  `<path class="${value < 0 ? "c3" : "c1"}" d="${way}" style="stroke-width: ${1 + 3 * Math.abs(value)}"/>`
const node = (x, y, name) =>
  `<circle class="node" cx="${x}" cy="${y}" r="24"/><text x="${x}" y="${y + 7}" text-anchor="middle">${name}</text>`
const label = (x, y, name, value) => `<text x="${x}" y="${y}">${name} ${num(value, 2)}</text>`

const drawing = ({ w, b }) => `<svg class="neuron" role="img" viewBox="0 0 300 294"
    aria-label="The neuron, each wire as thick as its weight">
  ${wire(w[0], "M52 92L180 150")}${wire(w[1], "M52 208L180 150")}${wire(b, "M180 50V150")}
  <path class="link" d="M180 150H282M272 141l11 9-11 9"/>
  ${node(40, 88, "x₁")}${node(40, 212, "x₂")}${node(180, 38, "b")}
  <circle class="node body" cx="180" cy="150" r="32"/><text x="180" y="158" text-anchor="middle">σ</text>
  ${label(16, 48, "w₁", w[0])}${label(16, 270, "w₂", w[1])}${label(214, 46, "", b)}
  <text x="250" y="130" text-anchor="middle">ŷ</text>
</svg>`

export default {
  title: "A neuron that learns",
  fields: { steps: { value: 0, max: 1000 } },
  steps: { run: 1000, seconds: 4 },
  buttons: [{ name: "Train", main: true }],
  wide: true,
  across: true,
  draw({ steps }) {
    const { w, b } = after(steps)
    const y_hat = forward(CORNERS, w, b)
    const says = y_hat.map(p => p > 0.5 ? 1 : 0)
    const right = says.filter((v, i) => v === y[i]).length
    const loss = binary_cross_entropy(y, y_hat, 1e-8)
    const state = `loss ${num(loss)}, ${right} of 4 rows of OR right`
    return {
      plots: [
        drawing({ w, b }),
        plane({ name: "learns", w, b, y, says, corners: CORNERS, f: z => 2 * sigmoid(z) - 1 }),
      ],
      tables: [
        table(`After ${steps} steps, all digits`, ["name", "value"], [
          ["w₁", full(w[0])], ["w₂", full(w[1])], ["b", full(b)], ["loss", full(loss)],
        ]),
        table("The four rows", ["x₁ x₂", "y", "ŷ"], CORNERS.map((x, i) => [x.join(" "), y[i], full(y_hat[i])])),
      ],
      done: steps === 1000,
      text: steps < 1000 ? `After ${steps} of 1000 steps: ${state}.`
        : `After 1000 steps: ${state}. w₁ = ${num(w[0], 8)}, w₂ = ${num(w[1], 8)}, b = ${num(b, 8)}:`
          + " the numbers that the program of chapter 12 prints.",
    }
  },
}
