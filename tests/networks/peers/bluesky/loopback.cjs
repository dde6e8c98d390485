// Loaded before anything else: whatever listens here listens on 127.0.0.1 only, and localhost is that address.
const { Server } = require("node:net");
const { setDefaultResultOrder } = require("node:dns");

const HOST = "127.0.0.1";
const listen = Server.prototype.listen;

const isPort = (value) => typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value));

Server.prototype.listen = function (first, ...rest) {
  if (isPort(first)) {
    const others = typeof rest[0] === "string" ? rest.slice(1) : rest;
    return listen.call(this, Number(first), HOST, ...others);
  }
  if (first !== null && typeof first === "object" && "port" in first) {
    return listen.call(this, { ...first, host: HOST }, ...rest);
  }
  return listen.call(this, first, ...rest);
};

setDefaultResultOrder("ipv4first");
