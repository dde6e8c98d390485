// One directory of accounts (PLC) and two servers (PDS) without an AppView; the second limits how much is written.
// Says in one line of JSON where they are, and ends when its standard input does.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { TestNetworkNoAppView, TestPds, mockNetworkUtilities } from "@atproto/dev-env";

const ALONE = { bskyAppViewUrl: undefined, bskyAppViewDid: undefined, modServiceUrl: undefined, modServiceDid: undefined };

const home = await mkdtemp(join(tmpdir(), "backchannel-pds-"));
process.env.TMPDIR = home;

const network = await TestNetworkNoAppView.create({ pds: { ...ALONE, rateLimitsEnabled: false } });
const strict = await TestPds.create({ ...ALONE, didPlcUrl: network.plc.url, rateLimitsEnabled: true });
mockNetworkUtilities(strict);

process.stdin.resume();
process.stdin.on("end", async () => {
  await strict.close();
  await network.close();
  await rm(home, { recursive: true, force: true });
  process.exit(0);
});
console.log(JSON.stringify({ pds: network.pds.port, strict: strict.port }));
