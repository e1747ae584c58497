// Two neurons with the same bad start; only the loss, and so the gradient, differs.

import { axes, num, table } from "../figure.js"
import { sigmoid, sigmoid_derivative, step } from "../neuron.js"

const DZ = { // the slope of the loss with respect to z, for x = 1 and y = 0
  square: z => sigmoid(z) * sigmoid_derivative(z), // of ½(ŷ − y)²
  cross: z => sigmoid(z),
}

function race(kind, start, lr, steps) {
  let state = { w: [start], b: start }
  const path = [state]
  for (let i = 0; i < steps; i++) {
    const dz = DZ[kind](state.w[0] + state.b)
    path.push(state = step(state, { dw: [dz], db: dz }, lr))
  }
  return path.map(({ b }) => b) // w takes the same steps, so z is twice that
}

export default {
  title: "Squared error against cross-entropy",
  fields: {
    start: { label: "Start w = b", min: -1, max: 5, step: 0.1, value: 2 },
    lr: { label: "Learning rate α", min: 0.05, max: 2, step: 0.05, value: 0.15 },
    steps: { value: 0, max: 5000 },
  },
  steps: { run: 300, frame: 3 },
  draw({ start, lr, steps }) {
    const runs = [race("square", start, lr, steps), race("cross", start, lr, steps)]
    const z = runs.map(run => 2 * run[steps])
    const gradient = [DZ.square(z[0]), DZ.cross(z[1])]
    const end = Math.max(300, steps)
    const row = (name, values, digits) => [name, ...values.map(v => num(v, digits))]
    return {
      parts: [
        axes({
          name: "Both outputs over the steps", x: [-0.03 * end, 1.03 * end], y: [-0.03, 1.03], xlabel: "step", ylabel: "output ŷ (should be 0)",
          inside: ({ line, dot }) => runs.map((run, i) => {
            const points = run.map((v, k) => [k, sigmoid(2 * v)])
            return line(points, i ? "c1" : "c0 dash") + dot(...points[steps], i ? "c1 full" : "c0 full")
          }).join(""),
        }),
        table(`At step ${steps}, with x = 1 and y = 0`, ["quantity", `<i class="key c0"></i>½(ŷ − y)²`, `<i class="key c1"></i>cross-entropy`], [
          row("ŷ", z.map(sigmoid), 6), row("σ′(z)", z.map(sigmoid_derivative), 6),
          row("∂L/∂w", gradient, 6), row("α · ∂L/∂w", gradient.map(v => lr * v), 6), row("w = b", runs.map(run => run[steps]), 6),
        ]),
      ],
      text: `Step ${steps}: the output is ${num(sigmoid(z[0]), 3)} with the squared error and ${num(sigmoid(z[1]), 3)} with cross-entropy. The next step is ${num(lr * gradient[0])} against ${num(lr * gradient[1])}.`,
    }
  },
}
