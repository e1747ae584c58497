// The four steps of the learning loop, round and round, with their values.

import { equals, exact, num, table } from "../drawing.js"
import { from_logit, gradients, sigmoid, step, weighted_sum } from "../neuron.js"

const START = { w: [0.5], b: -1 }
const LAST = 400 // steps: a hundred turns
const NAMES = ["Forward pass", "Loss", "Backward pass", "Update"]
const walk = change => ({ at }) => ({ at: Math.max(0, Math.min(LAST, at + change)) })

/** What the turn before the given one left, and all values of that turn. */
function turn(number, y, x, lr) {
  let state = START
  for (let i = 0; ; i++) {
    const { dw: [dw], db } = gradients([[x]], [y], state.w, state.b)
    const next = step(state, { dw: [dw], db }, lr)
    if (i === number) return { w: state.w[0], b: state.b, next, z: weighted_sum([x], state.w, state.b) }
    state = next
  }
}

/** The ring: four boxes in reading order, clockwise; the one whose turn it is stands out. */
function ring(boxes, now) {
  const place = [[8, 8], [160, 8], [160, 150], [8, 150]]
  const box = ([first, second], i) => {
    const [x, y] = place[i]
    return `<rect class="node${i === now ? " now" : ""}" x="${x}" y="${y}" width="132" height="86" rx="6"/>
      <text class="term" x="${x + 10}" y="${y + 22}">${i + 1} ${NAMES[i]}</text>
      <g${i > now ? ' visibility="hidden"' : ""}>
        <text x="${x + 10}" y="${y + 48}">${first}</text><text x="${x + 10}" y="${y + 70}">${second}</text>
      </g>`
  }
  const arrows = "M143 51h13m-5 -4l5 4l-5 4M226 99v46m-4 -5l4 5l4 -5M156 193h-13m5 -4l-5 4l5 4M74 145v-46m-4 5l4 -5l4 5"
  return `<svg role="img" aria-label="The four steps of the loop, and what this turn computed" viewBox="0 0 300 244">
    <path class="link" d="${arrows}"/>${NAMES.map((_, i) => box(boxes[i], i)).join("")}
  </svg>`
}

export default {
  title: "Round the learning loop",
  fields: {
    y: { label: "Label y", options: ["1", "0"], value: "1" },
    x: { label: "Input x", min: -3, max: 3, step: 0.1, value: 2 },
    lr: { label: "Learning rate α", min: 0.01, max: 10, log: true, value: 0.1 },
    at: { value: 0, max: LAST },
  },
  buttons: [
    { name: "Next", change: walk(1), main: true },
    { name: "Back", change: walk(-1) },
    { name: "Whole turn", change: ({ at }) => walk(4 - at % 4)({ at }) },
  ],
  draw({ y: label, x, lr, at }) {
    const y = Number(label)
    const [number, now] = [Math.floor(Math.max(0, at - 1) / 4), at ? (at - 1) % 4 : -1]
    const { w, b, z, next } = turn(number, y, x, lr)
    const loss = equals(from_logit(y, z))
    const [prediction, rest] = [sigmoid(z), sigmoid(-z)]
    const error = y ? -rest : prediction // prediction - y, with all its digits
    const near = Math.min(prediction, rest) < 1e-9 // to 0 or 1, and it is neither
    const slopes = [equals(error * x, num, near && x !== 0), equals(error, num, near)]
    const way = lr > 0 ? "Against the slope" : lr < 0 ? "Along the slope, uphill" : "No step at all"
    const boxes = [
      [`z ${equals(z)}`, `ŷ ${equals(prediction, num, near)}`],
      [`y = ${y}`, `L ${loss}`],
      [`∂L/∂w ${slopes[0]}`, `∂L/∂b ${slopes[1]}`],
      [`w ${equals(next.w[0])}`, `b ${equals(next.b)}`],
    ]
    const rounded = [w, b].some(value => equals(value)[0] === "≈")
    const sum = `${num(w)} · ${exact(x)} ${b < 0 ? "−" : "+"} ${num(Math.abs(b))}`
    const says = [
      `z ${rounded ? "≈" : "="} ${sum} ${equals(z, num, rounded)}, so ŷ ${equals(prediction, num, near)}.`,
      `The label is ${y}: L ${loss}.`,
      `(ŷ − y)x ${slopes[0]} for the weight, ŷ − y ${slopes[1]} for the bias. Nothing has moved yet.`,
      `${way}: w ${equals(next.w[0])} and b ${equals(next.b)}.`,
    ]
    return {
      plots: [ring(boxes, now)],
      tables: [table("Before this turn", ["quantity", "value"], [["w", num(w)], ["b", num(b)]])],
      text: at ? `Turn ${number + 1}, step ${now + 1}, ${NAMES[now].toLowerCase()}: ${says[now]}`
        : "Press Next for the forward pass.",
    }
  },
}
