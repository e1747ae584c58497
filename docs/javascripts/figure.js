// What the interactive figures share: controls, the state in the address, the readout, drawing.
//
// A view, figures/<name>.js, exports by default { title, fields, draw } and either `steps`, if it
// runs, or `buttons`. `fields` names what the state holds; `draw` is a pure function from a state
// to the HTML of the figure's parts and the sentence that is read aloud.

const still = matchMedia("(prefers-reduced-motion: reduce)")
let count = 0

// Numbers as text

/** A number for the eye; what is not finite says so. */
export function num(value, digits = 4) {
  if (Number.isNaN(value)) return "no number"
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞"
  const size = Math.abs(value)
  let text = value.toFixed(digits)
  if (size >= 1e6 || (size > 0 && size < 0.5 * 10 ** -digits)) text = value.toExponential(2).replace("e+", "e")
  return Number(text) === 0 ? text.replace("-", "") : text.replaceAll("-", "−")
}
/** The same without the zeros at its end. */
export const short = (value, digits = 3) => num(value, digits).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "")
/** All the digits that the number has. */
export const full = value => Number.isFinite(value) ? String(value).replaceAll("-", "−") : num(value)

const WHY = {
  "∞": "∞ stands for a number larger than 1.8 × 10³⁰⁸, where double precision ends, or for a division by 0.",
  "no number": "“No number” (NaN): ∞ − ∞, ∞ · 0, 0/0 and the logarithm of a negative number have no value.",
}

// Drawing: every function returns SVG as text

const round = value => Math.round(value * 100) / 100

/** About five round numbers from `low` to `high`. */
function ticks(low, high) {
  const rough = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * [1, 2, 5, 10].find(factor => factor * power >= rough * 0.99)
  const first = Math.ceil(low / step - 1e-9)
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) => (first + i) * step)
}

/** A pair of axes, 300 by 260: `x` and `y` are what they span; `inside` draws with the scales. */
export function axes({ name, x, y, xlabel, ylabel, xticks = ticks(...x), yticks = ticks(...y), tick = v => short(v, 6), left = 46, more = "", inside }) {
  const [width, height] = [288 - left, 208]
  const X = v => round(width * (v - x[0]) / (x[1] - x[0]))
  const Y = v => round(height * (y[1] - v) / (y[1] - y[0]))
  const tools = {
    X, Y, width, height,
    line: (points, style) => {
      const seen = points.map(([u, v]) => [X(u), Y(v)]).filter(at => at.every(v => Math.abs(v) < 1e4))
      return seen.length < 2 ? "" : `<path class="${style}" d="M${seen.map(at => at.join(" ")).join("L")}"/>`
    },
    dot: (u, v, style, r = 5) => Math.abs(X(u)) + Math.abs(Y(v)) < 1e4 ? `<circle class="${style}" cx="${X(u)}" cy="${Y(v)}" r="${r}"/>` : "",
    text: (u, v, words, style = "") => `<text class="${style}" x="${X(u)}" y="${Y(v)}">${words}</text>`,
  }
  return `<svg role="img" aria-label="${name}" viewBox="0 0 300 260">
    <g class="grid">${xticks.map(v => `<path d="M${left + X(v)} 8v208"/>`).join("")}${yticks.map(v => `<path d="M${left} ${8 + Y(v)}h${width}"/>`).join("")}</g>
    <svg x="${left}" y="8" width="${width}" height="208" overflow="hidden">${inside(tools)}</svg>
    <path class="frame" d="M${left} 8v208h${width}"/>
    <g class="tick">${xticks.map(v => `<text x="${left + X(v)}" y="231" text-anchor="middle">${tick(v)}</text>`).join("")}${yticks.map(v => `<text x="${left - 6}" y="${12 + Y(v)}" text-anchor="end">${tick(v)}</text>`).join("")}</g>
    <text x="${left + width / 2}" y="251" text-anchor="middle">${xlabel}</text>${more}
    <text transform="translate(11 112) rotate(-90)" text-anchor="middle">${ylabel}</text>
  </svg>`
}

/** The plane of two inputs: shaded by the neuron's answer, its boundary, four labelled corners. */
export function plane({ name, w, b, y, f, corners }) {
  const size = Math.hypot(...w)
  const id = `shade-${name}`
  // Along w the answer changes, across it it does not: one gradient shades the whole plane.
  const [low, high] = [-0.5, 1.5]
  const unit = size > 0 && Number.isFinite(size) ? w.map(v => v / size) : [1, 0]
  const reach = 1.5
  const stops = Array.from({ length: 49 }, (_, i) => {
    const along = reach * (i / 24 - 1)
    const answer = f(size * along + w[0] / 2 + w[1] / 2 + b)
    const strength = Math.min(1, Math.abs(answer)) || 0
    return `<stop offset="${round(i / 48)}" stop-color="var(--figure-${answer > 0 ? "orange" : "purple"})" stop-opacity="${round(strength * 0.5)}"/>`
  })
  return axes({
    name: "The plane of the inputs, with the boundary and the four corners",
    x: [low, high], y: [low, high], xticks: [0, 1], yticks: [0, 1], xlabel: "x₁", ylabel: "x₂", left: 60,
    more: `<rect class="one" x="222" y="240" width="12" height="12"/><circle class="zero" cx="267" cy="246" r="6.5"/><text x="239" y="251">1</text><text x="278" y="251">0</text>`,
    inside: ({ X, Y, width, height, line }) => {
      const at = sign => [X(0.5 + sign * reach * unit[0]), Y(0.5 + sign * reach * unit[1])]
      const [[x1, y1], [x2, y2]] = [at(-1), at(1)]
      // The foot of the boundary, from the middle of the picture, and the way along it.
      const foot = unit.map(v => 0.5 - v * (w[0] / 2 + w[1] / 2 + b) / size)
      const edge = [-9, 9].map(s => [foot[0] - s * unit[1], foot[1] + s * unit[0]])
      const marks = corners.map(([u, v], i) => y[i]
        ? `<rect class="one" x="${X(u) - 7}" y="${Y(v) - 7}" width="14" height="14"/>`
        : `<circle class="zero" cx="${X(u)}" cy="${Y(v)}" r="8"/>`)
      return `<defs><linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops.join("")}</linearGradient></defs>
        <rect width="${width}" height="${height}" fill="url(#${id})"/>${line(edge, "edge")}${marks.join("")}`
    },
  })
}

/** A table; the first row holds the headings, the first column too. */
export const table = (name, head, rows) => `<table class="play-table"><caption>${name}</caption><thead><tr>${head.map(cell => `<th scope="col">${cell}</th>`).join("")}</tr></thead>
  <tbody>${rows.map(([first, ...rest]) => `<tr><th scope="row">${first}</th>${rest.map(cell => `<td>${cell}</td>`).join("")}</tr>`).join("")}</tbody></table>`

// State

/** The address's part on this figure: only what differs from the start is there. */
function read(name, fields) {
  const hash = new URLSearchParams(location.hash.slice(1))
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => {
    const text = hash.get(`${name}.${key}`)
    if (field.options) return [key, field.options.includes(text) ? text : field.value]
    const value = text ? Number(text) : NaN
    return [key, Number.isFinite(value) ? limit(field, value) : field.value]
  }))
}

const limit = (field, value) => field.max !== undefined && !field.label
  ? Math.max(0, Math.min(field.max, Math.round(value))) : value

function write(name, fields, state) {
  const hash = new URLSearchParams(location.hash.slice(1))
  for (const key of [...hash.keys()]) if (!key.includes(".") || key.startsWith(`${name}.`)) hash.delete(key)
  for (const key in fields) if (state[key] !== fields[key].value) hash.set(`${name}.${key}`, state[key])
  const text = hash.toString()
  history.replaceState(history.state, "", text ? `#${text}` : location.pathname + location.search)
}

/** Calls `act` soon, and not again before `wait` milliseconds have passed. */
function seldom(wait, act) {
  let timer
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined
      act()
    }, wait)
  }
}

// The figure itself

function control(id, key, { label, options, min, max, step }) {
  if (!label) return ""
  if (options) {
    return `<div class="play-field" data-key="${key}"><label for="${id}-${key}">${label}</label>
      <select id="${id}-${key}">${options.map(option => `<option>${option}</option>`).join("")}</select></div>`
  }
  return `<div class="play-field" data-key="${key}"><label for="${id}-${key}" id="${id}-${key}-name">${label}</label>
    <input type="range" min="${min}" max="${max}" step="${step}" aria-labelledby="${id}-${key}-name">
    <input type="number" id="${id}-${key}" step="${step}"></div>`
}

/** Turns the printed figure into the interactive one; returns what reads the address again, and what ends it. */
export function start(figure, name, view) {
  const { fields } = view
  const id = `play-${++count}`
  const box = document.createElement("div")
  const max = fields.steps?.max
  const add = n => state => ({ steps: Math.min(max, state.steps + n) })
  const buttons = new Map(view.buttons ?? [["1 step", add(1)], ["10", add(10)], ["100", add(100)], ["Run"]])
  let state = read(name, fields)
  let text = ""
  const life = new AbortController()
  let goal = 0 // the step at which a run ends; 0 while nothing runs

  box.className = `play play--${name}`
  box.setAttribute("role", "group")
  box.setAttribute("aria-label", view.title)
  box.innerHTML = `<div class="play-controls">${Object.entries(fields).map(([key, field]) => control(id, key, field)).join("")}<div class="play-buttons">${[...buttons.keys()].map(label => `<button type="button"${/^\d+$/.test(label) ? ` aria-label="${label} steps"` : ""}>${label}</button>`).join("")}<button type="button" class="play-reset">Reset</button></div></div>
    <div class="play-parts"></div>
    <output class="play-says" aria-live="polite"></output>`
  const parts = box.querySelector(".play-parts")
  const says = box.querySelector("output")
  const say = seldom(600, () => {
    if (box.isConnected && says.textContent !== text) says.textContent = text
  })
  const keep = seldom(400, () => box.isConnected && write(name, fields, state))

  function draw(typing) {
    const drawn = view.draw(state)
    drawn.parts.forEach((html, i) => {
      const part = parts.children[i] ?? parts.appendChild(document.createElement("div"))
      part.className = "play-part"
      part.innerHTML = html
    })
    const all = drawn.parts.join("") + drawn.text
    text = [drawn.text, ...Object.keys(WHY).filter(odd => all.includes(odd)).map(odd => WHY[odd])].join(" ")
    if (!says.textContent) says.textContent = text
    for (const field of box.querySelectorAll(".play-field")) {
      const { key } = field.dataset
      field.hidden = fields[key].when ? !fields[key].when(state) : false
      for (const input of field.querySelectorAll("select, input")) if (input !== typing) input.value = state[key]
    }
    say()
  }
  function set(change, typing) {
    state = { ...state, ...change }
    draw(typing)
    keep()
  }
  const runner = [...box.querySelectorAll("button")].find(button => button.textContent === "Run")
  function stop() {
    goal = 0
    if (runner) runner.textContent = "Run"
  }
  function frame() {
    if (!goal || !box.isConnected) return
    set({ steps: Math.min(goal, state.steps + view.steps.frame) })
    if (state.steps < goal) requestAnimationFrame(frame)
    else stop()
  }
  function run() {
    if (goal) return stop()
    goal = Math.min(max, state.steps + view.steps.run)
    if (still.matches) { // no animation: the run is one jump
      set({ steps: goal })
      return stop()
    }
    runner.textContent = "Pause"
    requestAnimationFrame(frame)
  }

  box.addEventListener("input", ({ target }) => {
    const { key } = target.closest("[data-key]").dataset
    const value = fields[key].options ? target.value : target.valueAsNumber
    if (value === value) set({ [key]: value }, target) // while it is being typed, it may be no number
  }, { signal: life.signal })
  box.addEventListener("change", () => draw(), { signal: life.signal })
  box.addEventListener("click", ({ target }) => {
    const button = target.closest("button")
    if (!button) return
    if (button === runner) return run()
    stop()
    if (button.matches(".play-reset")) set(Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.value])))
    else set(buttons.get(button.textContent)(state))
  }, { signal: life.signal })
  figure.append(box)
  figure.classList.add("awake")
  draw()
  return {
    read() {
      if (location.hash && !location.hash.includes(`${name}.`)) return // it leads elsewhere
      state = read(name, fields)
      draw()
    },
    stop() { // the theme may keep the page that was left: nothing of the figure stays in it
      life.abort()
      box.remove()
      figure.classList.remove("awake")
    },
  }
}
