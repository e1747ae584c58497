// The complete program, one step at a time: from its start, with its numbers.

import { axes, exact, full, num, plane, table, times } from "../drawing.js"
import { CORNERS, GATES, START, binary_cross_entropy, forward, gradients, sigmoid, step } from "../neuron.js"

const known = { key: "", path: [] } // the run that was last computed

/** The neuron after 0, 1, … `steps` steps, each with its loss. */
function train(gate, lr, steps) {
  const y = GATES[gate]
  const note = state => ({ ...state, loss: binary_cross_entropy(y, forward(CORNERS, state.w, state.b), 1e-8) })
  if (known.key !== gate + lr) Object.assign(known, { key: gate + lr, path: [note(START)] })
  while (known.path.length <= steps) {
    const last = known.path.at(-1)
    known.path.push(note(step(last, gradients(CORNERS, y, last.w, last.b), lr)))
  }
  return known.path.slice(0, steps + 1)
}

function losses(path) {
  const steps = path.length - 1
  const every = Math.ceil(path.length / 400)
  const curve = path.map(({ loss }, i) => [i, loss]).filter((_, i) => i % every === 0 || i === steps)
  const most = path.reduce((top, { loss }) => Math.max(top, Number.isFinite(loss) ? loss : 0), 0.8)
  const end = Math.max(1000, steps)
  return axes({
    name: "The loss over the steps", size: [300, 108],
    x: [-0.03 * end, 1.03 * end], y: [0, most * 1.05], ylabel: "loss over the steps",
    inside: ({ line, dot, text }) => [
      line([[-end, Math.LN2], [2 * end, Math.LN2]], "thin"),
      text(end, Math.LN2 + 0.03 * most, "ln 2", "end"),
      line(curve, "c0"), dot(steps, path[steps].loss, "c0 full"),
    ].join(""),
  })
}

const CANCEL = " Its errors, about ½, −½, −½, ½, all but cancel in every gradient: the loss nears ln 2 = 0.6931."
const JUMP = " Each step now turns the signs of both weights and the bias: the loss stays put, above ln 2 = 0.6931."

const CRITICAL = 64 / (7 + Math.sqrt(33)) // of XOR, 5.0217: beyond it the valley's floor does not hold the path

/** Whether a step turns the signs of all: beyond α ≈ 5.02, XOR ends in jumps between v and −v. */
const turns = (now, before) => Math.abs(now.b) > 0.01
  && Math.max(Math.abs(now.b + before.b), ...now.w.map((v, j) => Math.abs(v + before.w[j]))) < 1e-6

export default {
  title: "Train it",
  fields: {
    gate: { label: "Gate", options: Object.keys(GATES), value: "OR" },
    lr: { label: "Learning rate α", min: 0.01, max: 10, log: true, value: 0.1 },
    steps: { value: 0, max: 10000 },
  },
  steps: { run: 1000, frame: 10 },
  stacked: true,
  draw({ gate, lr, steps }) {
    const y = GATES[gate]
    const path = train(gate, lr, steps)
    const { w, b, loss } = path[steps]
    const y_hat = forward(CORNERS, w, b)
    const { delta, dw, db } = gradients(CORNERS, y, w, b)
    const says = y_hat.map(p => Number.isNaN(p) ? "–" : p > 0.5 ? 1 : 0) // what is no number says nothing
    const right = says.filter((v, i) => v === y[i]).length
    const settled = gate === "XOR" && lr > 0 && lr < CRITICAL && Math.max(...[...dw, db].map(Math.abs)) < 0.001
    const jumps = gate === "XOR" && lr > CRITICAL && turns(path[steps], path[Math.max(0, steps - 1)])
    const row = (x, i) =>
      [x.join(" "), y[i], full(y_hat[i], 8), num(delta[i]), `${says[i]} ${says[i] === y[i] ? "✓" : "✗"}`]
    return {
      plots: [plane({ name: "train", w, b, y, says, corners: CORNERS, f: z => 2 * sigmoid(z) - 1 }), losses(path)],
      tables: [
        table("The four rows", ["x₁ x₂", "y", "ŷ", "ŷ − y", "class"], CORNERS.map(row)),
        table(`After ${times(steps, "step")}, all digits`, ["name", "value", "slope"], [
          ["w₁", full(w[0]), num(dw[0])], ["w₂", full(w[1]), num(dw[1])], ["b", full(b), num(db)],
          ["loss", full(loss), "–"],
        ]),
      ],
      done: right === 4,
      text: `${gate}, α = ${exact(lr)}, after ${times(steps, "step")}: loss ${num(loss)}, ${right} of 4 rows right`
        + `${right === 4 ? " ✓." : "."}${settled ? CANCEL : jumps ? JUMP : ""}`,
    }
  },
}
