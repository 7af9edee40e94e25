/* How somebody likes to read – size, spacing, contrast – is put on <html> before anything is
   painted. No module, since those run only once the whole page has come. js/tools.js changes it. */

(() => {
  const root = document.documentElement;

  function wishes() {
    try {
      return JSON.parse(localStorage.getItem("cach-doc")) ?? {};
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof DOMException) return {};
      throw error;
    }
  }

  function apply() {
    const wished = wishes();
    for (const name of ["size", "spacing", "contrast"]) {
      if (wished[name]) root.dataset[name] = wished[name];
      else delete root.dataset[name];
    }
  }

  root.dataset.scripts = "";
  apply();
  for (const event of ["storage", "cach-doc"]) addEventListener(event, apply);
})();
