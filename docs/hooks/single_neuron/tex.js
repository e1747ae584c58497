// Runs inside V8 during the build, on top of MathJax: typesets the equations of one page, which is one
// MathJax document, so that labels and references work within it.

// What neither the reader nor MathJax's style sheet sees of its output. The prefix of xlink:href
// stays: the theme's instant navigation trips over whatever has an href and is no link. An equation
// is named by the element around it, not by its mark in here.
const UNSEEN = ["data-c", "data-mjx-texclass", "focusable", "role", "xmlns", "xmlns:xlink"];
function lighten(node) {
  if (!node.children) return node;
  const a = node.attributes;
  for (const name of UNSEEN) delete a[name];
  if (a["data-mml-node"] && !a["data-mml-node"].startsWith("mtable")) delete a["data-mml-node"];
  if (a.id && a.id.startsWith("mjx-eqn:")) delete a.id;
  if (a.style === "position: relative;") delete a.style; // site.css says so once
  if (a.transform) a.transform = a.transform.replace(/(translate\([-\d.]+),0\)/g, "$1)");
  node.children = node.children.map(lighten).flatMap(child => {
    if (child.kind !== "g") return [child];
    if (!Object.keys(child.attributes).length) return child.children;
    const moved = /^translate\(([-\d.]+)(?:,([-\d.]+))?\)$/.exec(child.attributes.transform);
    const alone = child.children.length === 1 && child.children[0].kind === "use"
      && !("x" in child.children[0].attributes) && !("y" in child.children[0].attributes);
    if (!moved || !alone || Object.keys(child.attributes).length > 1) return [child];
    const place = moved[2] ? {x: moved[1], y: moved[2]} : {x: moved[1]};
    child.children[0].attributes = {...place, ...child.children[0].attributes};
    return child.children;
  });
  return node;
}
// The same outline of a letter, each line by the step from where the last one ended: a page of
// equations is lighter by a twentieth.
function bySteps(outline) {
  let here = [0, 0], start;
  return outline.replace(/([A-Z])([^A-Z]*)/g, (_, command, numbers) => {
    if (command === "Z") here = start;
    const last = here, of = {H: [0], V: [1]}[command] || [0, 1];
    const steps = (numbers.match(/-?\d+/g) || []).map((number, place) => {
      const axis = of[place % of.length];
      here = here.map((old, each) => each === axis ? Number(number) : old);
      return number - last[axis];
    });
    if (command === "M") start = here;
    return command.toLowerCase() + steps.join(" ").replace(/ -/g, "-");
  });
}
// MathJax gives up at a sign that stands in none of its ranges, such as € and ₹: they are letters.
const {RANGES} = MathJax._.core.MmlTree.OperatorDictionary;
for (let at = RANGES.length - 1; at > 0; at--) {
  const [from, to] = [RANGES[at - 1][1] + 1, RANGES[at][0] - 1];
  if (from <= to) RANGES.splice(at, 0, [from, to, 0, "mi"]);
}
function typeset(json) {
  MathJax.startup.getComponents(); // anew: what one page defines, no other page knows
  const {document: doc, input: [tex], output, adaptor} = MathJax.startup;
  const errors = [];
  const note = (d, item, error) => {
    errors.push([item.place, String(error.message || error)]);
    d.compileError(item, error);
  };
  doc.options.compileError = doc.options.typesetError = note;
  const items = JSON.parse(json).map(([source, display], place) => {
    const item = new doc.options.MathItem(source, tex, display);
    item.place = place;
    item.start.node = adaptor.body(doc.document);
    item.setMetrics(16, 8, 1280, 1e6, 1);
    doc.math.push(item);
    return item;
  });
  doc.compile();
  const typeset = items.map(item => {
    try {
      item.typeset(doc);
      item.assistiveMml(doc);
      return adaptor.outerHTML(lighten(item.typesetRoot));
    } catch (error) { // what needs a browser, such as an event that is listened for
      errors.push([item.place, `it needs a browser or is nested too deeply (${error.message})`]);
      return "";
    }
  });
  const glyphs = output.fontCache.getCache();
  for (const path of adaptor.tags(glyphs, "path")) {
    adaptor.setAttribute(path, "d", bySteps(adaptor.getAttribute(path, "d")));
  }
  const known = tex.parseOptions.tags.allLabels;
  const labels = Object.entries(known).map(([name, label]) => [name, label.tag]);
  return JSON.stringify({
    typeset, errors, labels: Object.fromEntries(labels),
    glyphs: adaptor.outerHTML(glyphs),
    css: adaptor.textContent(output.styleSheet(doc)),
  });
}
