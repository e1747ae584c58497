// XOR's four rows before and after the hidden layer, and what the output neuron makes of them.

import { axes, short, table } from "../drawing.js"
import { CORNERS, GATES, relu } from "../neuron.js"

const y = GATES.XOR
const FAR = 9
const HEAD = ["x₁ x₂", "a₁", "a₂", "output", "class"]

const area = ({ X, Y }, corners) =>
  `<path class="yes" d="M${corners.map(([u, v]) => `${X(u)} ${Y(v)}`).join("L")}z"/>`

/** The four points in a plane; XOR's ones are squares, and those that are wrong are ringed. */
function marks({ X, Y, dot }, points, says) {
  return points.map(([u, v], i) => {
    const mark = y[i] ? `<rect class="one" x="${X(u) - 7}" y="${Y(v) - 7}" width="14" height="14"/>`
      : `<circle class="zero" cx="${X(u)}" cy="${Y(v)}" r="8"/>`
    return mark + (says[i] === y[i] ? "" : dot(u, v, "wrong", 14))
  }).join("")
}

/** Both hidden neurons see only s = x₁ + x₂: from where to where the answer to s is a yes. */
function stripes(answer) {
  const yes = Array.from({ length: 401 }, (_, i) => i / 100 - 1).filter(s => answer(s) > 0.5)
  const gap = (one, other) => other - one > 0.015
  const starts = yes.filter((s, i) => !i || gap(yes[i - 1], s))
  const ends = yes.filter((s, i) => i === yes.length - 1 || gap(s, yes[i + 1]))
  return starts.map((s, i) => [s, ends[i]])
}

function sentence(right, bent) {
  const rows = `XOR: ${right} of 4 rows right.`
  if (!bent) return `${rows} The hidden points lie on one line, the ones between the zeros: no cut parts them.`
  return `${rows} The ones have left the line of the zeros${right === 4 ? ", and one cut parts them ✓." : "."}`
}

export default {
  title: "Before and after the hidden layer",
  fields: {
    f: { label: "Activation f", options: ["ReLU", "none"], value: "ReLU" },
    b: { label: "Second neuron’s bias", min: -2, max: 0, step: 0.1, value: 0 },
  },
  buttons: [],
  across: true,
  draw({ f: name, b }) {
    const f = name === "ReLU" ? relu : z => z
    const hidden = CORNERS.map(([x1, x2]) => [f(x1 + x2), f(x1 + x2 + b)])
    const out = hidden.map(([a1, a2]) => Number((a1 - 2 * a2).toFixed(12))) // 0.5 is a tie, whatever the last bit
    const says = out.map(value => value > 0.5 ? 1 : 0)
    const right = says.filter((value, i) => value === y[i]).length
    const bent = name === "ReLU" && -2 < b && b < 0
    const row = (x, i) =>
      [x.join(" "), ...hidden[i].map(a => short(a)), short(out[i]), `${says[i]} ${says[i] === y[i] ? "✓" : "✗"}`]
    return {
      plots: [
        axes({
          name: "The inputs, with the stripes that the network calls a one", size: [300, 294],
          x: [-0.5, 1.5], y: [-0.5, 1.5], xticks: [0, 1], yticks: [0, 1], xlabel: "x₁", ylabel: "x₂",
          inside: tools => stripes(s => f(s) - 2 * f(s + b)).map(([from, to]) => area(tools, [
            [-FAR, from + FAR], [FAR, from - FAR], [FAR, to - FAR], [-FAR, to + FAR],
          ])).join("") + marks(tools, CORNERS, says),
        }),
        axes({
          name: "The hidden values, with the straight cut of the output neuron", size: [300, 294],
          x: [-0.5, 2.5], y: [-2.5, 2.5], xticks: [0, 1, 2], yticks: [-2, -1, 0, 1, 2], xlabel: "a₁", ylabel: "a₂",
          inside: tools => area(tools, [[0.5 - 2 * FAR, -FAR], [0.5 + 2 * FAR, FAR], [99, FAR], [99, -FAR]])
            + tools.line([[0.5 - 2 * FAR, -FAR], [0.5 + 2 * FAR, FAR]], "edge") + marks(tools, hidden, says),
        }),
      ],
      tables: [table("The four rows", HEAD, CORNERS.map(row))],
      done: right === 4,
      text: sentence(right, bent),
    }
  },
}
