// Reads a document from standard input; prints what is wrong with it, and how many messages and operations it has.
const { Parser } = require("@asyncapi/parser");

(async () => {
  const text = require("fs").readFileSync(0, "utf8");
  const { document, diagnostics } = await new Parser().parse(text);
  const wrong = diagnostics.filter((one) => one.severity < 2).map((one) => `${one.path.join(".")}: ${one.message}`);
  const found = document ? [document.allMessages().length, document.operations().length] : [];
  console.log(JSON.stringify({ wrong, found }));
})();
