// What X's own library counts: a JSON list of texts in, a JSON list of their weighted lengths out.
// Run in the folder that the packages are installed in, and hand in that folder's path.
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const { parseTweet } = createRequire(join(process.argv[2], "package.json"))("twitter-text");
const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map((text) => parseTweet(text).weightedLength)));
