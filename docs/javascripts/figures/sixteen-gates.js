// Four corners, sixteen ways to label them: which of these is some neuron?

import { plane, short, table } from "../drawing.js"
import { CORNERS, weighted_sum } from "../neuron.js"

const NAMES = ["always 0", "AND", "x₁ and not x₂", "x₁", "x₂ and not x₁", "x₂", "XOR", "OR"]
const name = gate => NAMES[gate] ?? (gate === 15 ? "always 1" : `the opposite of ${NAMES[15 - gate]}`)
const label = (gate, i) => gate >> (3 - i) & 1
const NEVER = [6, 9] // XOR and its opposite

/** The smallest neurons with whole weights; these are all that is needed. */
const NEURONS = [1, 0, -1].flatMap(w1 => [1, 0, -1].flatMap(w2 =>
  [-0.5, 0.5, -1.5, 1.5].map(b => ({ w: [w1, w2], b, size: Math.abs(w1) + Math.abs(w2) + Math.abs(b) }))))

/** The neuron with the fewest wrong corners, and of these the smallest. */
function best(y) {
  const judged = NEURONS.map(neuron => {
    const z = CORNERS.map(x => weighted_sum(x, neuron.w, neuron.b))
    const says = z.map(v => v > 0 ? 1 : 0)
    return { ...neuron, z, says, wrong: says.filter((v, i) => v !== y[i]).length }
  })
  return judged.sort((one, other) => one.wrong - other.wrong || one.size - other.size)[0]
}

/** The sixteen, in two rows; those that were found are bright, and those that cannot be are crossed out. */
function tiles(gate, seen) {
  const mark = (x, y, one) => one
    ? `<rect class="one" x="${x - 4}" y="${y - 4}" width="8" height="8"/>`
    : `<circle class="zero" cx="${x}" cy="${y}" r="4.5"/>`
  const tile = (_, i) => {
    const [x, y] = [4 + i % 8 * 37, 4 + (i >> 3) * 37]
    const marks = CORNERS.map(([u, v], k) => mark(x + 8 + 16 * u, y + 24 - 16 * v, label(i, k))).join("")
    const cross = NEVER.includes(i) ? `<path class="edge" d="M${x + 3} ${y + 3}l26 26m0 -26l-26 26"/>` : ""
    return `<g opacity="${seen >> i & 1 ? 1 : 0.25}">${marks}${seen >> i & 1 ? cross : ""}</g>
      <rect class="${i === gate ? "now" : "contour"}" x="${x}" y="${y}" width="32" height="32" rx="3"/>`
  }
  return `<svg role="img" aria-label="The sixteen ways to label the corners; bright are those that were tried"
    viewBox="0 0 300 78">
    <rect class="field" x="2" y="2" width="296" height="74" data-span="0 8 2 0"/>
    ${Array.from({ length: 16 }, tile).join("")}</svg>`
}

function sentence(gate, { w, b, z }, found) {
  const v = z.map(total => short(total))
  if (NEVER.includes(gate)) {
    return `${gate === 6 ? "XOR" : "The opposite of XOR"}: no line does it. Always z₀₀ + z₁₁ = z₀₁ + z₁₀,`
      + ` here ${v[0]} + ${v[3]} = ${v[1]} + ${v[2]}; but one of these sums would have to be above 0 and the other not.`
  }
  const neuron = `w = (${short(w[0])}, ${short(w[1])}) and b = ${short(b)} do it.`
  const all = found === 14 ? "✓ You have all 14 that one neuron can be." : `Found: ${found} of 14.`
  return `${[0, 1, 2, 3].map(i => label(gate, i)).join(" ")}, ${name(gate)}: ${neuron} ${all}`
}

const flip = i => ({ gate, seen }) => ({ gate: gate ^ 8 >> i, seen: seen | 1 << (gate ^ 8 >> i) })

export default {
  title: "Sixteen gates",
  fields: { gate: { value: 0, max: 15 }, seen: { value: 1, max: 65535 } },
  buttons: CORNERS.map((x, i) => ({ name: x.join(" "), says: `Flip ${x.join(" ")}`, change: flip(i) })),
  columns: 4,
  lead: "Flip the label of",
  stacked: true,
  tap([u, v], state, { drawing }) {
    if (!drawing) return flip(2 * (u > 0.5) + (v > 0.5))(state)
    const gate = 8 * Math.floor(v) + Math.floor(u)
    return u >= 0 && u < 8 && v >= 0 && v < 2 && { gate, seen: state.seen | 1 << gate }
  },
  draw({ gate, seen: before }) {
    const seen = before | 1 << gate
    const y = CORNERS.map((_, i) => label(gate, i))
    const neuron = best(y)
    const { w, b, z, says } = neuron
    const found = Array.from({ length: 16 }, (_, i) => seen >> i & 1 && !NEVER.includes(i)).filter(Boolean).length
    return {
      plots: [plane({ name: "sixteen", w, b, y, says, corners: CORNERS, f: Math.sign }), tiles(gate, seen)],
      tables: [
        table("The four corners", ["x₁ x₂", "label", "z", "class"], CORNERS.map((x, i) =>
          [x.join(" "), y[i], short(z[i]), `${says[i]} ${says[i] === y[i] ? "✓" : "✗"}`])),
        table("Two sums, the same for every neuron", ["sum", "value"], [
          ["z₀₀ + z₁₁", short(z[0] + z[3])], ["z₀₁ + z₁₀", short(z[1] + z[2])],
        ]),
      ],
      done: found === 14,
      text: sentence(gate, neuron, found),
    }
  },
}
