// Wakes the interactive figures: a drawing marked `data-play="name"` in its page is handed to
// figures/name.js when it comes near the reader. Without this script the drawing stays. It is the
// only script on every page, and brings the two others where there is work for them.

const OTHERS = { // after a change of page; a page that is opened names them itself
  paper: () => document.querySelector("details.paper"),
  progress: () => document.querySelector("#what-you-have-learnt, [data-exercise]") || remembered(),
}

/** Whether this browser knows of chapters that were read, which are marked in the navigation. */
function remembered() {
  try {
    return /"read":\["/.test(localStorage.getItem("single-neuron.progress"))
  } catch {
    return false
  }
}

const awake = new Map() // figure -> what reads the address again, and what ends it
const near = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) wake(target)
}, { rootMargin: "800px" })

async function wake(figure) {
  near.unobserve(figure)
  if (awake.has(figure)) return
  awake.set(figure, null)
  const name = figure.querySelector("[data-play]").dataset.play
  try {
    const [{ start }, view] = await Promise.all([import("./figure.js"), import(`./figures/${name}.js`)])
    if (figure.isConnected) awake.set(figure, start(figure, name, view.default))
  } catch (error) {
    awake.delete(figure)
    console.error(`The figure ${name} stays as it is printed:`, error)
  }
}

/** After every change of page: forget what has left, look for what has come. */
function look() {
  near.disconnect()
  for (const [figure, view] of awake) {
    if (figure.isConnected) continue
    view?.stop()
    awake.delete(figure)
  }
  for (const drawing of document.querySelectorAll("figure [data-play]")) near.observe(drawing.closest("figure"))
  for (const [name, needed] of Object.entries(OTHERS)) if (needed()) import(`./${name}.js`)
  show()
}

let arriving = performance.getEntriesByType("navigation")[0].type === "navigate" // no reload, and not Back

/** A state in the address leads to its figure; where the reader was before, the theme has noted the place. */
function show() {
  const fresh = arriving || !history.state
  arriving = false
  const name = /^#([\w-]+)\./.exec(location.hash)?.[1]
  const figure = fresh && name && document.querySelector(`figure [data-play="${name}"]`)?.closest("figure")
  if (!figure) return
  const tall = figure.offsetHeight > innerHeight - 48 // of which the header takes so much
  figure.scrollIntoView({ block: tall ? "start" : "center" })
}

addEventListener("hashchange", () => {
  for (const view of awake.values()) view?.read()
  show()
})
if (window.document$) window.document$.subscribe(look)
else look()
