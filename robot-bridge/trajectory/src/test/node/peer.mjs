// usage: node peer.mjs read FILE    prints topics, counts, checks and decoded messages as JSON
//        node peer.mjs write FILE   writes a small chunked file
import { readFile, writeFile } from "node:fs/promises";
import { McapIndexedReader, McapStreamReader, McapWriter } from "@mcap/core";
import { loadDecompressHandlers } from "@mcap/support";
import protobuf from "protobufjs";
import descriptor from "protobufjs/ext/descriptor/index.js";

async function read(path) {
  const decompressHandlers = await loadDecompressHandlers();
  const bytes = new Uint8Array(await readFile(path));
  const readable = {
    size: async () => BigInt(bytes.length),
    read: async (offset, size) => bytes.slice(Number(offset), Number(offset + size)),
  };
  const reader = await McapIndexedReader.Initialize({ readable, decompressHandlers });
  const result = { topics: {}, chunks: reader.chunkIndexes.length, messages: Number(reader.statistics.messageCount), decoded: {} };
  const types = new Map();
  for (const [id, schema] of reader.schemasById) {
    const root = protobuf.Root.fromDescriptor(descriptor.FileDescriptorSet.decode(schema.data));
    types.set(id, root.lookupType(schema.name));
  }
  let last = -1n;
  result.ordered = true;
  for await (const message of reader.readMessages()) {
    const channel = reader.channelsById.get(message.channelId);
    result.topics[channel.topic] = (result.topics[channel.topic] ?? 0) + 1;
    result.ordered &&= message.logTime >= last;
    last = message.logTime;
    const type = types.get(channel.schemaId);
    result.decoded[channel.topic] ??= type.toObject(type.decode(message.data), { longs: String });
  }
  const stream = new McapStreamReader({ validateCrcs: true, decompressHandlers });
  stream.append(bytes);
  result.streamed = 0;
  for (let record; (record = stream.nextRecord()); ) {
    result.streamed += record.type === "Message" ? 1 : 0;
  }
  result.done = stream.done();
  console.log(JSON.stringify(result));
}

async function write(path) {
  const parts = [];
  let size = 0n;
  const writable = {
    position: () => size,
    write: async (bytes) => { parts.push(Buffer.from(bytes)); size += BigInt(bytes.byteLength); },
  };
  const writer = new McapWriter({ writable, chunkSize: 64 });
  await writer.start({ profile: "", library: "peer" });
  const channelId = await writer.registerChannel({ schemaId: 0, topic: "peer", messageEncoding: "json", metadata: new Map([["a", "b"]]) });
  for (let i = 0; i < 20; i++) {
    const data = new TextEncoder().encode(JSON.stringify({ i }));
    await writer.addMessage({ channelId, sequence: i, logTime: BigInt(100 - i), publishTime: 7n, data });
  }
  await writer.addMetadata({ name: "words", metadata: new Map([["k", "v"]]) });
  await writer.end();
  await writeFile(path, Buffer.concat(parts));
}

const [verb, path] = process.argv.slice(2);
await (verb === "write" ? write(path) : read(path));
