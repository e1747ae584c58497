// What the interactive figures share: controls, the state in the address, runs, the readout.
//
// A view, figures/<name>.js, exports by default
//   title    the figure's name for a screen reader
//   fields   what its state holds, by key: { label, min, max, step, value } makes a slider with a
//            field, { label, options, value } a choice; { value, max } is a whole number without a
//            control. `when`, a function of the state, says whether the control is there
//   steps    { run, frame }, how many steps a run has and each of its pictures; its state has `steps`
//   buttons  else: { name, change, main }, `change` a function from the state to what changes
//   draw     a pure function from the state to { plots, tables, text }: drawings, tables, both as
//            HTML, and the sentence that is read aloud. `wide`: the tables need the drawings' width

const still = matchMedia("(prefers-reduced-motion: reduce)")
let count = 0

const WHY = {
  "∞": "∞ stands for a number larger than 1.8 × 10³⁰⁸, where double precision ends, or for a division by 0.",
  "no number": "“No number” (NaN): ∞ − ∞, ∞ · 0, 0/0 and the logarithm of a negative number have no value.",
}

// The state in the address: only what differs from the start is there

const startOf = fields =>
  Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value]))

function parse(field, text) {
  if (field.options) return field.options.includes(text) ? text : field.value
  const value = text ? Number(text) : NaN
  if (!Number.isFinite(value)) return field.value
  return field.label ? value : Math.max(0, Math.min(field.max, Math.round(value)))
}

function read(name, fields) {
  const hash = new URLSearchParams(location.hash.slice(1))
  const entries = Object.entries(fields).map(([key, field]) => [key, parse(field, hash.get(`${name}.${key}`))])
  return Object.fromEntries(entries)
}

function write(name, fields, state) {
  const hash = new URLSearchParams(location.hash.slice(1))
  const ours = key => !key.includes(".") || key.startsWith(`${name}.`)
  for (const key of [...hash.keys()].filter(ours)) hash.delete(key)
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

// The controls, as HTML

function choice(id, key, { label, options }) {
  return `<div class="play-field play-choice" data-key="${key}">
    <label for="${id}-${key}">${label}</label>
    <select id="${id}-${key}">${options.map(option => `<option>${option}</option>`).join("")}</select>
  </div>`
}

function slider(id, key, { label, min, max, step }) {
  return `<div class="play-field" data-key="${key}">
    <label for="${id}-${key}" id="${id}-${key}-name">${label}</label>
    <input type="range" min="${min}" max="${max}" step="${step}" aria-labelledby="${id}-${key}-name">
    <input type="number" id="${id}-${key}" step="${step}">
  </div>`
}

function button({ name, says, main }, i) {
  const aloud = says ? ` aria-label="${says}"` : ""
  return `<button type="button" data-button="${i}"${aloud}${main ? ' class="play-main"' : ""}>${name}</button>`
}

const RESET = '<button type="button" class="play-reset" data-reset>Reset</button>'

/** Choices, sliders, buttons. Where Reset is the only button it stands beside the choices. */
function controls(id, fields, buttons) {
  const labelled = Object.entries(fields).filter(([, field]) => field.label)
  const choices = labelled.filter(([, field]) => field.options).map(([key, field]) => choice(id, key, field))
  const sliders = labelled.filter(([, field]) => !field.options).map(([key, field]) => slider(id, key, field))
  if (!buttons.length) return [...choices, RESET, ...sliders].join("")
  return [...choices, ...sliders, `<div class="play-buttons">${buttons.map(button).join("")}${RESET}</div>`].join("")
}

const ahead = (n, { max }) => ({ steps }) => ({ steps: Math.min(max, steps + n) })

/** What a figure's buttons say and do; the one without a change runs. */
const buttonsOf = ({ buttons, fields }) => buttons ?? [
  { name: "1 step", change: ahead(1, fields.steps) },
  { name: "10", says: "10 steps", change: ahead(10, fields.steps) },
  { name: "100", says: "100 steps", change: ahead(100, fields.steps) },
  { name: "Run", main: true },
]

// The figure

/** Turns the printed figure into the interactive one; returns what reads the address, and what ends it. */
export function start(figure, name, view) {
  const it = new Figure(name, view)
  figure.querySelector("p").after(it.box)
  figure.classList.add("awake")
  it.draw()
  return {
    read() {
      if (location.hash && !location.hash.includes(`${name}.`)) return // it leads elsewhere
      it.set(read(name, view.fields), { keep: false })
    },
    stop() { // the theme may keep the page that was left: nothing of the figure stays in it
      it.end()
      figure.classList.remove("awake")
    },
  }
}

class Figure {
  constructor(name, view) {
    this.view = view
    this.buttons = buttonsOf(view)
    this.state = read(name, view.fields)
    this.goal = 0 // the step at which a run ends; 0 while nothing runs
    this.life = new AbortController()
    this.box = this.makeBox(name)
    this.says = this.box.querySelector("output")
    this.runner = this.box.querySelector(`[data-button="${this.buttons.findIndex(({ change }) => !change)}"]`)
    this.say = seldom(600, () => this.box.isConnected && this.tell())
    this.keep = seldom(400, () => this.box.isConnected && write(name, view.fields, this.state))
    this.listen()
  }

  makeBox(name) {
    const box = document.createElement("div")
    box.className = `play play--${name}${this.view.wide ? " play-wide" : ""}`
    box.setAttribute("role", "group")
    box.setAttribute("aria-label", this.view.title)
    box.innerHTML = `<div class="play-controls">${controls(`play-${++count}`, this.view.fields, this.buttons)}</div>
      <div class="play-plots"></div>
      <div class="play-tables"></div>
      <output class="play-says" aria-live="polite"></output>`
    return box
  }

  listen() {
    const { signal } = this.life
    this.box.addEventListener("input", ({ target }) => this.typed(target), { signal })
    this.box.addEventListener("change", () => this.draw(), { signal })
    this.box.addEventListener("click", ({ target }) => this.pressed(target.closest("button")), { signal })
  }

  typed(input) {
    const { key } = input.closest("[data-key]").dataset
    const value = this.view.fields[key].options ? input.value : input.valueAsNumber
    if (!Number.isNaN(value)) this.set({ [key]: value }, { typing: input }) // half typed, it may be no number
  }

  pressed(button) {
    if (!button) return
    if (button === this.runner) return this.run()
    this.pause()
    const { change } = this.buttons[button.dataset.button] ?? {}
    this.set(change ? change(this.state) : startOf(this.view.fields))
  }

  set(change, { typing, keep = true } = {}) {
    this.state = { ...this.state, ...change }
    this.draw(typing)
    if (keep) this.keep()
  }

  draw(typing) {
    const { plots, tables, text } = this.view.draw(this.state)
    this.fill(".play-plots", plots)
    this.fill(".play-tables", tables)
    const all = [...plots, ...tables, text].join("")
    this.text = [text, ...Object.keys(WHY).filter(odd => all.includes(odd)).map(odd => WHY[odd])].join(" ")
    if (this.says.textContent) this.say()
    else this.tell()
    for (const field of this.box.querySelectorAll("[data-key]")) this.show(field, typing)
    for (const place of this.box.querySelectorAll(".play-tables, .play-says")) this.reach(place)
  }

  fill(place, parts) {
    const box = this.box.querySelector(place)
    parts.forEach((html, i) => {
      const part = box.children[i] ?? box.appendChild(document.createElement("div"))
      part.className = "play-part"
      part.innerHTML = html
    })
  }

  show(field, typing) {
    const { key } = field.dataset
    const { when } = this.view.fields[key]
    field.hidden = when ? !when(this.state) : false
    for (const input of field.querySelectorAll("select, input")) {
      if (input !== typing) input.value = this.state[key]
    }
  }

  /** What has more than it shows can be scrolled by keyboard. */
  reach(place) {
    if (place.scrollHeight > place.clientHeight || place.scrollWidth > place.clientWidth) place.tabIndex = 0
    else place.removeAttribute("tabindex")
  }

  tell() {
    if (this.says.textContent !== this.text) this.says.textContent = this.text
  }

  run() {
    if (this.goal) return this.pause()
    this.goal = Math.min(this.view.fields.steps.max, this.state.steps + this.view.steps.run)
    if (still.matches) { // no animation: the run is one jump
      this.set({ steps: this.goal })
      return this.pause()
    }
    this.runner.textContent = "Pause"
    requestAnimationFrame(() => this.frame())
  }

  frame() {
    if (!this.goal || !this.box.isConnected) return
    this.set({ steps: Math.min(this.goal, this.state.steps + this.view.steps.frame) })
    if (this.state.steps < this.goal) requestAnimationFrame(() => this.frame())
    else this.pause()
  }

  pause() {
    this.goal = 0
    if (this.runner) this.runner.textContent = "Run"
  }

  end() {
    this.life.abort()
    this.box.remove()
  }
}
