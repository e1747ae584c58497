// The bill at the fruit stall; its five numbers can be changed in the sentence.

import { short, table } from "../drawing.js"
import { weighted_sum } from "../neuron.js"

const number = (label, value) => ({ label, value, step: 1 })

/** The bill, with the neuron's letters beside its numbers. */
function bill(x, w, b, z) {
  const line = (name, sum, amount, i) => `<text x="12" y="${34 + i * 34}">${name}</text>
    <text x="100" y="${34 + i * 34}">${sum}</text>
    <text x="288" y="${34 + i * 34}" text-anchor="end">${amount}</text>`
  const letter = name => `<tspan class="term">${name}</tspan>`
  const product = j => `${letter(["x₁", "x₂"][j])} ${short(x[j])} · ${letter(["w₁", "w₂"][j])} ₹${short(w[j])}`
  return `<svg role="img" aria-label="The bill, line by line, with its letters" viewBox="0 0 300 160">
    ${line("apples", product(0), short(x[0] * w[0]), 0)}
    ${line("oranges", product(1), short(x[1] * w[1]), 1)}
    ${line("delivery", letter("b"), short(b), 2)}
    <path class="frame" d="M12 115h276"/>
    ${line("total", letter("z"), `₹${short(z)}`, 3.1)}
  </svg>`
}

export default {
  title: "The bill",
  fields: {
    x1: number("apples", 2),
    w1: number("price of an apple", 10),
    x2: number("oranges", 3),
    w2: number("price of an orange", 15),
    b: number("delivery", 5),
  },
  sentence: "You buy {x1} apples at ₹{w1} each and {x2} oranges at ₹{w2} each,"
    + " and delivery costs ₹{b} whatever you buy.",
  buttons: [],
  draw({ x1, w1, x2, w2, b }) {
    const z = weighted_sum([x1, x2], [w1, w2], b)
    const part = value => value < 0 ? `(${short(value)})` : short(value)
    return {
      plots: [bill([x1, x2], [w1, w2], b, z)],
      tables: [table("If it grows by 1, the bill grows by", ["number", "by"], [
        ["apples x₁", short(w1)], ["price w₁", short(x1)], ["oranges x₂", short(w2)], ["price w₂", short(x2)],
        ["delivery b", "1"],
      ])],
      text: `z = ${short(x1)} · ${part(w1)} + ${part(x2)} · ${part(w2)} + ${part(b)} = ${short(z)}.`,
    }
  },
}
