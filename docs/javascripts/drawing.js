// What the interactive figures draw with: numbers for the eye, axes, the plane of two inputs and
// tables. Every function returns text, HTML or SVG; none looks at the page.

// Numbers

/** A number for the eye; what is not finite says so. */
export function num(value, digits = 4) {
  if (Number.isNaN(value)) return "no number"
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞"
  const size = Math.abs(value)
  const odd = size >= 1e6 || (size > 0 && size < 0.5 * 10 ** -digits)
  const text = odd ? value.toExponential(2).replace("e+", "e") : value.toFixed(digits)
  return Number(text) === 0 ? text.replace("-", "") : text.replaceAll("-", "−")
}

/** The same without the zeros at its end. */
export const short = (value, digits = 3) =>
  num(value, digits).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "")

/** A number as it was set: rounded by nobody. */
export const exact = value =>
  Number.isFinite(value) ? String(value).replace("e+", "e").replaceAll("-", "−") : num(value)

/** A number after its sign: "= 0.5"; "≈ 0.333" if this rounds it, or something on the other side. */
export function equals(value, write = num, rounded = false) {
  const text = write(value)
  const off = Math.abs(Number(text.replaceAll("−", "-")) - value)
  return `${rounded || off > 1e-12 * Math.abs(value) ? "≈" : "="} ${text}`
}

/** "1 step", "2 steps". */
export const times = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`

/** All the digits that the number has, or so many, as HTML: those after the fourth stand back. */
export function full(value, digits) {
  const text = digits === undefined ? exact(value) : num(value, digits)
  const [, ink, rest] = /^([^.e]*(?:\.\d{1,4})?)(\d*.*)$/.exec(text)
  return rest ? `${ink}<span class="rest">${rest}</span>` : ink
}

// Drawings

const MARGIN = { top: 24, right: 14, bottom: 40, left: 40 }

const round = value => Math.round(value * 100) / 100
/** A place in a drawing: what is too far off, or nowhere, lies where nobody sees it. */
const bounded = place => Number.isNaN(place) ? 1e4 : round(Math.max(-1e4, Math.min(1e4, place)))
const each = (list, draw) => list.map(draw).join("")

/** About five round numbers from `low` to `high`. */
function ticks([low, high], count = 4) {
  const rough = (high - low) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * [1, 2, 5, 10].find(factor => factor * power >= rough * 0.99)
  const first = Math.ceil(low / step - 1e-9)
  const length = Math.floor(high / step + 1e-9) - first + 1
  return Array.from({ length }, (_, i) => (first + i) * step)
}

/** Scales from what `x` and `y` span to `width` by `height` points, and what draws with them. */
function scales(x, y, width, height) {
  const X = v => bounded(width * ((v - x[0]) / (x[1] - x[0])))
  const Y = v => bounded(height * ((y[1] - v) / (y[1] - y[0])))
  const near = (u, v) => Math.abs(X(u)) < 1e4 && Math.abs(Y(v)) < 1e4 // not so far off that it breaks
  return {
    X, Y, width, height,
    line(points, style) {
      const seen = points.filter(([u, v]) => near(u, v)).map(([u, v]) => `${X(u)} ${Y(v)}`)
      return seen.length < 2 ? "" : `<path class="${style}" d="M${seen.join("L")}"/>`
    },
    dot: (u, v, style, r = 5) =>
      near(u, v) ? `<circle class="${style}" cx="${X(u)}" cy="${Y(v)}" r="${r}"/>` : "",
    text: (u, v, words, anchor = "start") =>
      `<text class="tag" x="${X(u)}" y="${Y(v)}" text-anchor="${anchor}">${words}</text>`,
  }
}

/**
 * A pair of axes, `size` points in all. `x` and `y` are what they span, `inside` draws with their
 * scales, `xtick` and `ytick` turn a tick into text or SVG, `more` is drawn over all. In a low strip
 * `ylabel` names both axes.
 */
export function axes({
  name, x, y, xlabel = "", ylabel, inside,
  size = [300, 260], more = "",
  xticks = ticks(x), yticks = ticks(y, size[1] < 200 ? 3 : 4),
  xtick = v => short(v, 6), ytick = xtick,
}) {
  const { left, top } = MARGIN
  const bottom = xlabel ? MARGIN.bottom : 20
  const [width, height] = [size[0] - left - MARGIN.right, size[1] - top - bottom]
  const tools = scales(x, y, width, height)
  const right = v => left + tools.X(v)
  const down = v => top + tools.Y(v)
  const foot = top + height
  const field = `<rect class="field" width="${width}" height="${height}" data-span="${[...x, ...y].join(" ")}"/>`
  return `<svg role="img" aria-label="${name}" viewBox="0 0 ${size.join(" ")}">
    <g class="grid">
      ${each(xticks, v => `<path d="M${right(v)} ${top}v${height}"/>`)}
      ${each(yticks, v => `<path d="M${left} ${down(v)}h${width}"/>`)}
    </g>
    <svg x="${left}" y="${top}" width="${width}" height="${height}" overflow="hidden">
      ${field}${inside(tools)}
    </svg>
    <path class="frame" d="M${left} ${top}v${height}h${width}"/>
    <g class="tick across">
      ${each(xticks, v => `<text x="${right(v)}" y="${foot + 15}" text-anchor="middle">${xtick(v)}</text>`)}
    </g>
    <g class="tick">
      ${each(yticks, v => `<text x="${left - 6}" y="${down(v) + 4}" text-anchor="end">${ytick(v)}</text>`)}
    </g>
    <text class="below" x="${left + width}" y="${foot + 33}" text-anchor="end">${xlabel}</text>
    <text class="above" x="2" y="12">${ylabel}</text>
    ${more}
  </svg>`
}

const square = (x, y, half) =>
  `<rect class="one" x="${x - half}" y="${y - half}" width="${2 * half}" height="${2 * half}"/>`
const circle = (x, y, r) => `<circle class="zero" cx="${x}" cy="${y}" r="${r}"/>`

/** What the two signs mean, below the plane; in a small one both signs and digits are larger. */
const KEY = `<g class="below">${square(50, 283, 6)}<text x="63" y="287">1</text>
  ${circle(106, 283, 6.5)}<text x="120" y="287">0</text></g>`

/** Colour stops for a sum from `low` to `high`; two of them at 0, where a step leaps. */
function shading(f, low, high) {
  const even = Array.from({ length: 49 }, (_, i) => low + (high - low) * i / 48)
  const sums = [...even, -1e-9, 1e-9].filter(z => low <= z && z <= high).sort((one, other) => one - other)
  return each(sums, z => {
    const answer = f(z)
    const strength = Math.min(1, Math.abs(answer)) || 0
    const colour = `var(--figure-${answer > 0 ? "orange" : "purple"})`
    const offset = ((z - low) / (high - low) || 0).toFixed(4)
    return `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${round(strength)}"/>`
  })
}

/**
 * The plane of two inputs: shaded by what `f` makes of the neuron's sum, with its boundary and
 * the corners, which are squares where `y` is 1. Those that `says` has wrong are ringed.
 */
export function plane({ name, w, b, f, corners, y, says }) {
  const size = Math.hypot(...w)
  const reach = 1.5
  const [middle, span] = [0.5, [-0.5, 1.5]]
  // Along w the answer changes, across it it does not: one gradient shades the whole plane.
  const unit = size > 0 && Number.isFinite(size) ? w.map(v => v / size) : [1, 0]
  // The foot of the boundary, from the middle of the picture, and the way along it.
  const sum = w[0] / 2 + w[1] / 2 + b
  const foot = unit.map(v => middle - v * sum / size)
  const edge = [-9, 9].map(s => [foot[0] - s * unit[1], foot[1] + s * unit[0]])
  return axes({
    name: "The plane of the inputs, with the boundary and the four corners",
    size: [300, 294], x: span, y: span, xticks: [0, 1], yticks: [0, 1], xlabel: "x₁", ylabel: "x₂", more: KEY,
    inside({ X, Y, width, height, line, dot }) {
      const [from, to] = [-reach, reach].map(s => unit.map(v => middle + s * v))
      const marks = corners.map(([u, v], i) =>
        (y[i] ? square(X(u), Y(v), 7) : circle(X(u), Y(v), 8)) + (says[i] === y[i] ? "" : dot(u, v, "wrong", 14)))
      // In the numbers of the axes: in points, which are not as wide as high, the colours would lean.
      return `<defs>
          <linearGradient id="shade-${name}" gradientUnits="userSpaceOnUse"
              x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}"
              gradientTransform="matrix(${X(1) - X(0)} 0 0 ${Y(1) - Y(0)} ${X(0)} ${Y(0)})">
            ${shading(f, sum - size * reach, sum + size * reach)}
          </linearGradient>
        </defs>
        <rect class="shade" width="${width}" height="${height}" fill="url(#shade-${name})"/>
        ${line(edge, "edge")}${marks.join("")}`
    },
  })
}

/** A table; the first row holds the headings, the first column too. `shown`: the rows that are seen yet. */
export function table(name, head, rows, shown = rows.length) {
  const row = ([first, ...rest], i) => `<tr${i < shown ? "" : ' class="later"'}>
    <th scope="row">${first}</th>${each(rest, cell => `<td>${cell}</td>`)}
  </tr>`
  return `<table class="play-table">
    <caption>${name}</caption>
    <thead><tr>${each(head, cell => `<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${each(rows, row)}</tbody>
  </table>`
}

/** A spot of the colour that a curve has, before its name in a table. */
export const key = (colour, name) => `<i class="key ${colour}"></i>${name}`
