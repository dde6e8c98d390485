// What Bluesky's own library makes of texts: a JSON list of them in, and out for each its length in graphemes and the
// places and values of the links and tags that it finds.
const { readFileSync } = require("node:fs");

const { RichText } = require("@atproto/api");

const counted = (text) => {
  const rich = new RichText({ text });
  rich.detectFacetsWithoutResolution();
  const facets = (rich.facets ?? []).map(({ index, features: [feature] }) => ({
    start: index.byteStart,
    end: index.byteEnd,
    value: feature.uri ?? feature.tag ?? feature.did,
  }));
  return { length: rich.graphemeLength, facets };
};
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(counted)));
