// What the interactive figures share: controls, the state in the address, runs, the readout.
// README.md says what a view, figures/<name>.js, exports.

const still = matchMedia("(prefers-reduced-motion: reduce)")
let count = 0

const WHY = {
  "∞": "∞ stands for a number larger than 1.8 × 10³⁰⁸, where double precision ends, for a division by 0,"
    + " or for −log 0.",
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

// A logarithmic slider has a thousand positions, and stops at values with two digits

const POSITIONS = 1000

const unit = value => 10 ** (Math.floor(Math.log10(value) + 1e-9) - 1) // of the second digit
const tidy = value => Number(value.toPrecision(2))
const within = ({ min, max }, value) => Math.max(min, Math.min(max, value))

export const position = (field, value) =>
  Math.round(POSITIONS * Math.log(within(field, value) / field.min) / Math.log(field.max / field.min))

/** The value at a position; where that would be the old one, the next: an arrow key always moves. */
export function valueAt(field, at, old) {
  const value = tidy(within(field, field.min * (field.max / field.min) ** (at / POSITIONS)))
  const way = Math.sign(at - position(field, old))
  if (value !== tidy(old) || !way) return value
  return tidy(within(field, value + way * unit(way > 0 ? value : value * 0.999)))
}

// The controls, as HTML

function choice(id, key, { label, options }) {
  return `<div class="play-field play-choice" data-key="${key}">
    <label for="${id}-${key}">${label}</label>
    <select id="${id}-${key}">${options.map(option => `<option>${option}</option>`).join("")}</select>
  </div>`
}

function slider(id, key, { label, min, max, step, log }) {
  const range = log ? `min="0" max="${POSITIONS}"` : `min="${min}" max="${max}" step="${step}"`
  return `<div class="play-field" data-key="${key}">
    <label for="${id}-${key}" id="${id}-${key}-name">${label}</label>
    <input type="range" ${range} aria-labelledby="${id}-${key}-name">
    <input type="number" id="${id}-${key}" step="${step ?? "any"}">
  </div>`
}

const button = ({ name, says, main }, i) =>
  `<button type="button" data-button="${i}"${says ? ` aria-label="${says}"` : ""}`
  + `${main ? ' class="play-main"' : ""}>${name}</button>`

/** Numbers that can be changed where they stand in a sentence; a sign before one stays with it. */
const words = (sentence, fields) => sentence.replace(/(\S*)\{(\w+)\}/g, (_, sign, key) =>
  `<span data-key="${key}">${sign}<input type="number" step="any" aria-label="${fields[key].label}"></span>`)

/** Choices, sliders, buttons; or a sentence. */
function controls(id, { fields, columns, lead, sentence }, buttons) {
  if (sentence) return `<p>${words(sentence, fields)}</p>`
  const labelled = Object.entries(fields).filter(([, field]) => field.label)
  const parts = labelled.sort(([, a], [, b]) => !a.options - !b.options) // sort keeps the rest in order
    .map(([key, field]) => (field.options ? choice : slider)(id, key, field))
  const grid = columns ? ` play-grid" style="--columns: ${columns}` : ""
  const above = lead ? `<b>${lead}</b>` : ""
  if (buttons.length) parts.push(`<div class="play-buttons${grid}">${above}${buttons.map(button).join("")}</div>`)
  return parts.join("")
}

/** What leads from the figure: quiet, in one row. */
const bar = id => `<button type="button" class="play-more" aria-expanded="false" aria-controls="${id}">Numbers</button>
  <button type="button" data-copy aria-label="Copy link to this state">Copy link<span> to this state</span></button>
  <button type="button" data-reset>Reset</button>
  <span class="play-told" role="status"></span>`

const ahead = (n, { max }) => ({ steps }) => ({ steps: Math.min(max, steps + n) })

/** What a figure's buttons say and do; the one without a change runs. */
const buttonsOf = ({ buttons, fields }) => buttons ?? [
  { name: "Run", main: true },
  { name: "1 step", change: ahead(1, fields.steps) },
  { name: "10", says: "10 steps", change: ahead(10, fields.steps) },
  { name: "100", says: "100 steps", change: ahead(100, fields.steps) },
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
    this.name = name
    this.view = view
    this.buttons = buttonsOf(view)
    this.state = read(name, view.fields)
    this.goal = 0 // the step at which a run ends; 0 while nothing runs
    this.life = new AbortController()
    this.card = this.printed = document.querySelector(`.cards a[href$="#${name}"]`)?.previousElementSibling
    this.box = this.makeBox(name)
    this.says = this.box.querySelector(".play-says")
    this.live = this.box.querySelector("output")
    this.runner = this.box.querySelector(`[data-button="${this.buttons.findIndex(({ change }) => !change)}"]`)
    this.say = seldom(600, () => this.box.isConnected && this.tell())
    const { pathname } = location // the next page's address comes before the page
    this.keep = seldom(400, () => location.pathname === pathname && write(name, view.fields, this.state))
    this.listen()
  }

  makeBox(name) {
    const id = `play-${++count}`
    const box = document.createElement("div")
    const ways = ["wide", "below", "across", "sentence"].filter(way => this.view[way]).map(way => ` play-${way}`)
    box.className = `play play--${name}${ways.join("")}`
    box.setAttribute("role", "group")
    box.setAttribute("aria-label", this.view.title)
    // Eyes read the sentence at every change; ears, now and then, what it says by then.
    box.innerHTML = `<p class="play-says"></p>
      <output class="play-live" aria-live="polite"></output>
      <div class="play-plots"></div>
      <div class="play-controls">${controls(id, this.view, this.buttons)}</div>
      <div class="play-bar">${bar(`${id}-tables`)}</div>
      <div class="play-tables" id="${id}-tables"></div>`
    return box
  }

  listen() {
    const { signal } = this.life
    const on = (types, act, place = this.box) =>
      types.split(" ").forEach(type => place.addEventListener(type, act, { signal }))
    on("input", ({ target }) => this.typed(target))
    on("change", () => this.draw())
    on("click", ({ target }) => this.pressed(target.closest("button")))
    const plots = this.box.querySelector(".play-plots")
    const { tap, drag } = this.view
    if (drag) this.listenToDrags(plots, (types, act) => on(types, act, plots))
    on("click", ({ target, clientX, clientY, pointerType }) => {
      const part = target.closest(".play-part")
      const act = tap ?? (pointerType === "touch" && drag) // a finger that taps moves things there
      if (part && act) this.touched(act, [...plots.children].indexOf(part), [clientX, clientY])
    }, plots)
  }

  /** Mouse and pen drag anywhere; a finger must be free to scroll, and drags what is a handle. */
  listenToDrags(plots, on) {
    let held // the drawing in which a drag began, and where
    const move = ({ clientX, clientY }) => {
      const place = this.touched(this.view.drag, held.drawing, [clientX, clientY], held.from)
      held.from ??= place
    }
    on("pointerdown", event => {
      const part = event.target.closest(".play-part")
      if (!part || event.button || event.pointerType === "touch" && !event.target.closest(".handle")) return
      held = { drawing: [...plots.children].indexOf(part) }
      plots.setPointerCapture(event.pointerId) // the drawing itself is replaced while it moves
      move(event)
    })
    on("pointermove", event => held && move(event))
    on("pointerup pointercancel lostpointercapture", () => held = undefined)
  }

  /** Does what a touch of a drawing means; returns its place in the numbers of the axes. */
  touched(act, drawing, [left, top], from) {
    const field = this.box.querySelectorAll(".play-part")[drawing]?.querySelector("[data-span]")
    if (!field) return
    const [x0, x1, y0, y1] = field.dataset.span.split(" ").map(Number)
    const area = field.getBoundingClientRect()
    const place = [
      x0 + (x1 - x0) * (left - area.left) / area.width,
      y1 - (y1 - y0) * (top - area.top) / area.height,
    ]
    const change = act(place, this.state, { drawing, from: from ?? place })
    const { fields } = this.view // a pull reaches as far as the sliders
    for (const key in change) if ("min" in fields[key]) change[key] = within(fields[key], change[key])
    if (change) {
      this.pause()
      this.set(change)
    }
    return place
  }

  typed(input) {
    const { key } = input.closest("[data-key]").dataset
    const field = this.view.fields[key]
    const value = field.options ? input.value : input.valueAsNumber
    if (Number.isNaN(value)) return // half typed, it may be no number
    const scaled = field.log && input.type === "range"
    this.set({ [key]: scaled ? valueAt(field, value, this.state[key]) : value }, { typing: !scaled && input })
  }

  pressed(button) {
    if (!button) return
    if (button === this.runner) return this.run()
    if (button.matches(".play-more")) return this.more(button)
    if ("copy" in button.dataset) return this.copy()
    this.pause()
    const { change } = this.buttons[button.dataset.button] ?? {}
    this.set(change ? change(this.state) : startOf(this.view.fields))
  }

  /** On a phone the tables are folded. */
  more(button) {
    button.setAttribute("aria-expanded", this.box.classList.toggle("play-open"))
    this.draw()
  }

  async copy() {
    this.pause() // each frame of a run would take back what is told
    write(this.name, this.view.fields, this.state)
    const told = this.box.querySelector(".play-told")
    const state = new URLSearchParams(Object.entries(this.state).map(([key, v]) => [`${this.name}.${key}`, v]))
    try {
      await navigator.clipboard.writeText(`${location.href.split("#")[0]}#${state}`)
      told.textContent = "Link copied ✓"
    } catch { // not every page may
      told.textContent = "Copy it from the address bar."
    }
  }

  set(change, { typing, keep = true } = {}) {
    this.state = { ...this.state, ...change }
    this.draw(typing)
    if (keep) this.keep()
  }

  draw(typing) {
    const { plots, tables, text, done = false } = this.view.draw(this.state)
    this.fill(".play-plots", plots)
    this.fill(".play-tables", tables)
    if (this.card) this.preview(this.box.querySelector(".play-part").cloneNode(true))
    const table = this.box.querySelector(".play-tables")
    const seen = text + (table.offsetHeight ? table.innerText : "") // neither folded nor still to come
    const why = Object.keys(WHY).filter(word => seen.includes(word))
    const before = this.says.textContent
    const now = [text, ...why.map(word => WHY[word])].join(" ")
    if (now !== before) this.says.textContent = now // to be selected and copied, what stays must stay
    this.box.classList.toggle("play-done", done)
    this.box.querySelector(".play-told").textContent = ""
    for (const field of this.box.querySelectorAll("[data-key]")) this.show(field, typing)
    this.buttons.forEach(({ change }, i) => change && this.allow(i, change(this.state)))
    if (before) this.say() // the first sentence is no news
    for (const place of this.box.querySelectorAll(".play-says, .play-tables")) this.reach(place)
  }

  /** On the page that has them all, its card shows the same. */
  preview(part) {
    part.setAttribute("aria-hidden", "true")
    this.card.replaceWith(part)
    this.card = part
  }

  fill(place, parts) {
    const box = this.box.querySelector(place)
    parts.forEach((html, i) => {
      const part = box.children[i] ?? box.appendChild(document.createElement("div"))
      part.className = "play-part"
      part.innerHTML = html
      // Its name says what a drawing shows; Firefox would have all its labels read one by one.
      for (const it of part.querySelectorAll("svg[role=img] > *")) it.setAttribute("aria-hidden", "true")
    })
    while (box.children.length > parts.length) box.lastChild.remove()
    box.classList.toggle("play-pair", parts.length === 2 && !this.view.stacked)
  }

  show(field, typing) {
    const { key } = field.dataset
    const { when, log } = this.view.fields[key]
    field.hidden = when ? !when(this.state) : false
    for (const input of field.querySelectorAll("select, input")) {
      if (input === typing) continue
      const value = this.state[key]
      const scaled = log && input.type === "range"
      input.value = scaled ? position(this.view.fields[key], value) : value
      if (scaled) input.setAttribute("aria-valuetext", value)
    }
  }

  /** A button that would change nothing looks so, and can still have the focus. */
  allow(button, change) {
    const idle = Object.keys(change).every(key => change[key] === this.state[key])
    this.box.querySelector(`[data-button="${button}"]`).setAttribute("aria-disabled", idle)
  }

  /** What has more than it shows can be scrolled by keyboard. */
  reach(place) {
    if (place.scrollHeight > place.clientHeight || place.scrollWidth > place.clientWidth) place.tabIndex = 0
    else place.removeAttribute("tabindex")
  }

  tell() {
    if (this.live.textContent !== this.says.textContent) this.live.textContent = this.says.textContent
  }

  run() {
    if (this.goal) return this.pause()
    const { max } = this.view.fields.steps
    if (this.state.steps === max) this.set({ steps: 0 })
    this.goal = Math.min(max, this.state.steps + this.view.steps.run)
    if (still.matches) { // no animation: the run is one jump
      this.set({ steps: this.goal })
      return this.pause()
    }
    this.runner.textContent = "Pause"
    requestAnimationFrame(now => this.frame(now, now))
  }

  frame(now, before) {
    if (!this.goal || !this.box.isConnected) return
    const { run, frame, seconds } = this.view.steps
    const ahead = frame ?? Math.round(run * (now - before) / 1000 / seconds) // whatever the screen's rate
    this.set({ steps: Math.min(this.goal, this.state.steps + ahead) })
    if (this.state.steps < this.goal) requestAnimationFrame(later => this.frame(later, now))
    else this.pause()
  }

  pause() {
    this.goal = 0
    if (this.runner) this.runner.textContent = this.buttons[this.runner.dataset.button].name
  }

  end() {
    this.life.abort()
    this.card?.replaceWith(this.printed)
    this.box.remove()
  }
}
