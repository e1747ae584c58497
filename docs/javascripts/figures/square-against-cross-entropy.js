// Two neurons with the same bad start; only the loss, and so the gradient, differs.

import { axes, key, num, table } from "../drawing.js"
import { sigmoid, sigmoid_derivative, step } from "../neuron.js"

const DZ = { // the slope of the loss with respect to z, for x = 1 and y = 0
  square: z => sigmoid(z) * sigmoid_derivative(z), // of ½(ŷ − y)²
  cross: z => sigmoid(z),
}

/** The sums z after 0, 1, … `steps` steps. */
function race(kind, start, lr, steps) {
  let state = { w: [start], b: start }
  const path = [state]
  for (let i = 0; i < steps; i++) {
    const dz = DZ[kind](state.w[0] + state.b)
    path.push(state = step(state, { dw: [dz], db: dz }, lr))
  }
  return path.map(({ w, b }) => w[0] + b)
}

/** Which mark is which, below the curves. */
const KEY = `<g><circle class="ink ring" cx="8" cy="309" r="6"/><text class="tag" x="20" y="313">squared error</text>
  <circle class="c0 full" cx="132" cy="309" r="4.5"/><text class="tag" x="142" y="313">cross-entropy</text></g>`

function outputs({ square, cross }, steps) {
  const end = square.length - 1
  const points = run => run.map((z, i) => [i, sigmoid(z)])
  return axes({
    name: "Both outputs over the steps", size: [300, 320],
    x: [-0.03 * end, 1.03 * end], y: [-0.03, 1.03], xlabel: "step", ylabel: "output ŷ (should be 0)", more: KEY,
    inside: ({ line, dot }) => [
      line(points(square), "ink ghost"), line(points(cross), "c0 ghost"), // where they will go
      line(points(square).slice(0, steps + 1), "ink dash"), line(points(cross).slice(0, steps + 1), "c0"),
      dot(...points(square)[steps], "ink ring", 7), dot(...points(cross)[steps], "c0 full", 4.5),
    ].join(""),
  })
}

export default {
  title: "Squared error against cross-entropy",
  fields: {
    start: { label: "Start w = b", min: -1, max: 5, step: 0.1, value: 2 },
    lr: { label: "Learning rate α", min: 0.01, max: 10, log: true, value: 0.15 },
    steps: { value: 0, max: 5000 },
  },
  steps: { run: 300, frame: 3 },
  wide: true,
  draw({ start, lr, steps }) {
    const end = Math.max(300, steps)
    const [square, cross] = [race("square", start, lr, end), race("cross", start, lr, end)]
    const z = [square[steps], cross[steps]]
    const y_hat = z.map(sigmoid)
    const gradient = [DZ.square(z[0]), DZ.cross(z[1])]
    const row = (name, values) => [name, ...values.map(v => num(v, 6))]
    const head = ["quantity", key("ink", "½(ŷ − y)²"), key("c0", "cross-entropy")]
    return {
      plots: [outputs({ square, cross }, steps)],
      tables: [table(`At step ${steps}, with x = 1 and y = 0`, head, [
        row("ŷ", y_hat), row("σ′(z)", z.map(sigmoid_derivative)), row("∂L/∂w", gradient),
        row("α · ∂L/∂w", gradient.map(v => lr * v)), row("w = b", z.map(v => v / 2)),
      ])],
      text: `Step ${steps}: the output is ${num(y_hat[0], 3)} with the squared error and ${num(y_hat[1], 3)} with`
        + ` cross-entropy. The next step is ${num(lr * gradient[0])} against ${num(lr * gradient[1])}.`,
    }
  },
}
