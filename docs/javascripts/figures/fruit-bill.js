// The bill at the fruit stall; its five numbers can be changed in the sentence.

import { equals, exact, short, table } from "../drawing.js"
import { weighted_sum } from "../neuron.js"

const number = (label, value) => ({ label, value, step: 1 })

/** A number as it was typed, as long as that fits into a line of the bill. */
const typed = value => exact(value).length < 8 ? exact(value) : short(value)

/** The bill, with the neuron's letters beside its numbers. */
function bill(x, w, b, z) {
  const line = (name, sum, amount, i) => `<text x="12" y="${34 + i * 34}">${name}</text>
    <text x="100" y="${34 + i * 34}">${sum}</text>
    <text x="288" y="${34 + i * 34}" text-anchor="end">${amount}</text>`
  const letter = name => `<tspan class="term">${name}</tspan>`
  const product = j => `${letter(["x₁", "x₂"][j])} ${typed(x[j])} · ${letter(["w₁", "w₂"][j])} ₹${typed(w[j])}`
  return `<svg role="img" aria-label="The bill, line by line, with its letters" viewBox="0 0 300 160">
    ${line("apples", product(0), short(x[0] * w[0]), 0)}
    ${line("oranges", product(1), short(x[1] * w[1]), 1)}
    ${line("delivery", letter("b"), typed(b), 2)}
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
    const part = value => value < 0 ? `(${exact(value)})` : exact(value)
    return {
      plots: [bill([x1, x2], [w1, w2], b, z)],
      tables: [table("If it grows by 1, the bill grows by", ["number", "by"], [
        ["apples x₁", typed(w1)], ["price w₁", typed(x1)], ["oranges x₂", typed(w2)], ["price w₂", typed(x2)],
        ["delivery b", "1"],
      ])],
      text: `z = ${exact(x1)} · ${part(w1)} + ${part(x2)} · ${part(w2)} + ${part(b)} ${equals(z, short)}.`,
    }
  },
}
