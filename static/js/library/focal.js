// The focal point: a click on the picture writes the two numbers, and the numbers move the mark.

const box = document.querySelector("[data-focal]");
const [x, y] = box ? box.dataset.focal.split(" ").map((id) => document.getElementById(id)) : [];

function show() {
  const mark = box.querySelector(".library-focal__mark");
  mark.hidden = false;
  mark.style.left = `${x.value}%`;
  mark.style.top = `${y.value}%`;
  box.querySelector(".library-focal__cropped").style.objectPosition = `${x.value}% ${y.value}%`;
}

function choose(event) {
  const whole = event.currentTarget.getBoundingClientRect();
  x.value = Math.round((100 * (event.clientX - whole.left)) / whole.width);
  y.value = Math.round((100 * (event.clientY - whole.top)) / whole.height);
  show();
}

if (x && y) {
  box.querySelector(".library-focal__whole").addEventListener("click", choose);
  x.addEventListener("input", show);
  y.addEventListener("input", show);
  show();
}
