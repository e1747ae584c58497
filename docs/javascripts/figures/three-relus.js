// Three hidden units with ReLU, and an output that weights them: what can their sum look like?

import { axes, short, table } from "../drawing.js"
import { decimal_sum, relu } from "../neuron.js"

const BIASES = [1, 0, -1] // of the units: they wake at −1, 0 and 1
const weight = (label, value) => ({ label, min: -4, max: 4, step: 0.1, value })
const tenth = value => Number(Math.max(-4, Math.min(4, value)).toFixed(1)) // what sliders can say

/** The weighted units at x, one by one. */
const parts = (f, v, x) => v.map((weight, i) => weight * f(x + BIASES[i]))
const sum = values => values.reduce((total, value) => total + value, 0)

/** The slopes of the sum, from left to right: a unit adds its weight from where it wakes. */
const slopes = v => [0, v[0], decimal_sum(v.slice(0, 2)), decimal_sum(v)]

const UNITS = ["f(x + 1)", "f(x)", "f(x − 1)"]
const TOP = 4.5 // the start reaches 4

/** The name of each unit where its line ends, or leaves the picture; one gives way to another. */
function names(f, v, { X, Y, height }) {
  const placed = []
  return UNITS.map((name, i) => {
    const rise = v[i] * f(1) // per step, and at x = 3 it has risen to
    const end = rise * (3 + BIASES[i])
    const out = end > TOP ? TOP : end < -3 ? -3 : end
    const x = X(out === end ? 3 : out / rise - BIASES[i]) - 7
    const way = out < 0 ? -1 : 1
    let y = Math.max(13, Math.min(height - 6, Y(out) - 5))
    while (placed.some(other => Math.abs(other.x - x) < 58 && Math.abs(other.y - y) < 17)) y += 6 * way
    placed.push({ x, y })
    return `<text class="tag" x="${x}" y="${y}" text-anchor="end">${name}</text>`
  }).join("")
}

function curves(f, v, bent) {
  const at = [-3, -1, 0, 1, 3]
  return axes({
    name: "The three weighted units, and their sum", size: [300, 294],
    x: [-3, 3], y: [-3, TOP], xlabel: "input x", ylabel: "output z₂",
    inside: tools => [
      tools.line([[-9, 0], [9, 0]], "thin"),
      ...v.map((_, i) => tools.line(at.map(x => [x, parts(f, v, x)[i]]), `thin dash dash-${i + 1}`)),
      tools.line(at.map(x => [x, sum(parts(f, v, x))]), "c0"),
      names(f, v, tools),
      ...bent ? [0, 1, 2].map(x => tools.dot(x, sum(parts(f, v, x)), "c0 full handle", 8)) : [],
    ].join(""),
  })
}

/** What the sum is, in words. */
function shape([, up, down, flat], v) {
  if (flat === 0 && up === -down && up > 0) return `✓ A bump of height ${short(up)}: up, down, and flat again.`
  if (v.every(value => value === 0)) return "Nothing is heard of any unit."
  return "Each unit that wakes adds its weight to the slope."
}

export default {
  title: "Three ReLUs and their sum",
  fields: {
    f: { label: "Activation f", options: ["ReLU", "none"], value: "ReLU" },
    v1: weight("Weight of f(x + 1)", 1),
    v2: weight("Weight of f(x)", 0),
    v3: weight("Weight of f(x − 1)", 0),
  },
  buttons: [],
  /** A point of the curve above x = 0, 1 or 2 is pulled to another height; the weights follow. */
  drag([, y], { f, v1, v2, v3 }, { from: [x] }) {
    if (f === "none") return
    const heights = [0, 1, 2].map(at => sum(parts(relu, [v1, v2, v3], at)))
    heights[Math.max(0, Math.min(2, Math.round(x)))] = y
    const first = tenth(heights[0])
    const second = tenth(heights[1] - 2 * first)
    return { v1: first, v2: second, v3: tenth(heights[2] - 3 * first - 2 * second) }
  },
  draw({ f, v1, v2, v3 }) {
    const v = [v1, v2, v3]
    const bent = f === "ReLU"
    const s = slopes(v)
    const straight = `Without activation the sum is one straight line, of slope ${short(s[3])}.`
    return {
      plots: [curves(bent ? relu : x => x, v, bent)],
      tables: [
        table("The slope of the sum", ["where", "slope"], ["x &lt; −1", "−1 to 0", "0 to 1", "x &gt; 1"]
          .map((where, i) => [where, short(bent ? s[i] : s[3])])),
      ],
      done: bent && shape(s, v)[0] === "✓",
      text: bent ? `Slopes ${s.map(value => short(value)).join(", ")}. ${shape(s, v)}` : straight,
    }
  },
}
