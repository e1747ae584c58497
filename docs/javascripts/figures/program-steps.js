// The training loop of the complete program, line by line: code, equation and values together.

import { num, table } from "../drawing.js"
import { CORNERS, GATES, START, binary_cross_entropy, forward, gradients, step } from "../neuron.js"

const CODE = [
  ["y_hat = forward(X, w, b)", "ŷ = σ(Xw + b)"],
  ["loss = binary_cross_entropy(y, y_hat)", "L = −mean of y log ŷ + (1 − y) log(1 − ŷ)"],
  ["delta = y_hat - y", "ŷ − y, the errors"],
  ["dw = X.T @ delta / len(y)", "∇L = Xᵀ(ŷ − y) / N"],
  ["db = np.mean(delta)", "∂L/∂b = mean of ŷ − y"],
  ["w, b = w - lr * dw, b - lr * db", "w ← w − α∇L,  b ← b − α ∂L/∂b"],
]
const EPOCHS = 1000
const LAST = EPOCHS * CODE.length
const walk = change => ({ at }) => ({ at: Math.max(0, Math.min(LAST, at + change)) })
const whole = equation => equation.replace(/ ([=←+−/]) /g, "\u00a0$1\u00a0") // no line ends beside a sign
const y = GATES.OR
const known = [START] // the neuron before each epoch, as far as it was computed

function before(epoch) {
  while (known.length <= epoch + 1) {
    const { w, b } = known.at(-1)
    known.push(step({ w, b }, gradients(CORNERS, y, w, b), 0.1))
  }
  return known[epoch]
}

/** What each line of the loop computes in an epoch. */
function values(epoch) {
  const { w, b } = before(epoch)
  const y_hat = forward(CORNERS, w, b)
  const { delta, dw, db } = gradients(CORNERS, y, w, b)
  const next = known[epoch + 1]
  return [y_hat, [binary_cross_entropy(y, y_hat, 1e-8)], delta, dw, [db], [...next.w, next.b]]
}

function listing(shown, now) {
  const lines = CODE.map(([code, equation], i) => {
    const top = 4 + i * 54
    const value = i > now ? "" : shown[i].map(v => num(v)).join(", ")
    return `${i === now ? `<rect class="node now" x="4" y="${top}" width="292" height="52" rx="4"/>` : ""}
      <text x="12" y="${top + 15}" font-family="monospace" font-size="11">${code}</text>
      <text class="term" x="12" y="${top + 31}">${equation}</text>
      <text x="12" y="${top + 47}">${value}</text>`
  })
  return `<svg role="img" aria-label="The six lines of the loop, each with its equation and its values"
    viewBox="0 0 300 332">${lines.join("")}</svg>`
}

export default {
  title: "The program, line by line",
  fields: { at: { value: 0, max: LAST } },
  buttons: [
    { name: "Next", change: walk(1), main: true },
    { name: "Back", change: walk(-1) },
    { name: "1 epoch", change: walk(6) },
    { name: "100", says: "100 epochs", change: walk(600) },
  ],
  draw({ at }) {
    const [epoch, now] = at ? [Math.floor((at - 1) / 6), (at - 1) % 6] : [0, -1]
    const shown = values(epoch)
    const { w, b } = known[epoch]
    return {
      plots: [listing(shown, now)],
      tables: [table("Before this epoch", ["quantity", "value"], [
        ["w₁", num(w[0])], ["w₂", num(w[1])], ["b", num(b)],
      ])],
      text: at ? `Epoch ${epoch}, line ${now + 1} of 6: ${whole(CODE[now][1])}: `
          + `${shown[now].map(v => num(v)).join(", ")}.`
        : "Epoch 0, before its first line. Press Next.",
    }
  },
}
