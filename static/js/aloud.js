/* Reads [data-aloud] to whoever cannot or will not read, by the browser's own voice of the text's
   language, one sentence at a time, and marks the sentence. The button is hidden without a voice. */

const button = document.querySelector("[data-tool=aloud]");
const texts = [...document.querySelectorAll("[data-aloud]")];
const voices = window.speechSynthesis;
const BLOCKS = "p, li, h1, h2, h3, h4, blockquote, cite, figcaption, td, th, pre";
const STOPPED = ["interrupted", "canceled"]; // by us
const mark = "highlights" in CSS ? new Highlight() : null;

let sentences = null;
let next = 0;
let reading = false;

function voice() {
  const language = texts[0].closest("[lang]").lang.slice(0, 2);
  const fitting = voices.getVoices().filter((v) => v.lang.toLowerCase().startsWith(language));
  return fitting.find((v) => v.localService) ?? fitting[0];
}

/* The text of a block, with the place of each of its text nodes in it. */
function nodesOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let words = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest(BLOCKS) !== block) continue;
    nodes.push({ node, start: words.length });
    words += node.data;
  }
  return { words, nodes };
}

function pieces(words) {
  if (!Intl.Segmenter) return [{ segment: words, index: 0 }];
  return [...new Intl.Segmenter("vi", { granularity: "sentence" }).segment(words)];
}

function rangeOf(nodes, start, end) {
  const range = new Range();
  const holding = (offset) => nodes.findLast((one) => one.start <= offset);
  const [first, last] = [holding(start), holding(Math.max(start, end - 1))];
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}

function sentencesOf(block) {
  const { words, nodes } = nodesOf(block);
  return pieces(words)
    .filter(({ segment }) => segment.trim())
    .map(({ segment, index }) => ({
      words: segment.trim(),
      range: rangeOf(nodes, index, index + segment.trimEnd().length),
    }));
}

function show({ range }) {
  mark?.clear();
  mark?.add(range);
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) {
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
  }
}

function say() {
  if (next >= sentences.length) return stop(0);
  const speaker = voice();
  if (!speaker) return stop(next); // it was taken away, or a script pressed the hidden button
  const sentence = sentences[next];
  const utterance = new SpeechSynthesisUtterance(sentence.words);
  utterance.voice = speaker;
  utterance.lang = speaker.lang;
  utterance.onend = () => reading && (next++, say());
  utterance.onerror = ({ error }) => STOPPED.includes(error) || stop(next);
  show(sentence);
  voices.speak(utterance);
}

/* The next click goes on with this sentence. */
function stop(sentence) {
  reading = false;
  next = sentence;
  voices.cancel();
  mark?.clear();
  label();
}

function label() {
  button.setAttribute("aria-pressed", reading);
  button.querySelector("[data-aloud-word]").textContent = reading ? "Dừng đọc" : "Nghe";
}

function blocksOf(text) {
  return text.matches(BLOCKS) ? [text] : [...text.querySelectorAll(BLOCKS)];
}

function start() {
  sentences ??= texts.flatMap(blocksOf).flatMap(sentencesOf);
  reading = true;
  label();
  say();
}

if (voices && texts.length) {
  const offer = () => (button.hidden = !voice());
  offer();
  voices.addEventListener?.("voiceschanged", offer);
  if (mark) CSS.highlights.set("aloud", mark);
  button.addEventListener("click", () => (reading ? stop(next) : start()));
  addEventListener("pagehide", () => reading && stop(next));
}
