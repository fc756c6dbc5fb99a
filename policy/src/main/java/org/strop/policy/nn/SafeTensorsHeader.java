package org.strop.policy.nn;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON header of a safetensors file, checked. */
record SafeTensorsHeader(Map<String, Range> ranges, SortedMap<String, String> metadata) {
  private static final String METADATA = "__metadata__";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Where a tensor lies, in bytes from the end of the header. */
  @SuppressWarnings("ArrayRecordComponent") // package-private, never compared
  record Range(long[] shape, int begin, int end) {}

  static byte[] write(SortedMap<String, Tensor> tensors, SortedMap<String, String> metadata) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(METADATA);
        for (Map.Entry<String, String> e : metadata.entrySet()) {
          json.writeStringField(e.getKey(), e.getValue());
        }
        json.writeEndObject();
      }
      long offset = 0;
      for (Map.Entry<String, Tensor> e : tensors.entrySet()) {
        offset = writeEntry(json, e.getKey(), e.getValue(), offset);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a stream over memory does not fail
    }
    while (out.size() % 8 != 0) {
      out.write(' '); // values start at a multiple of 8
    }
    return out.toByteArray();
  }

  private static long writeEntry(JsonGenerator json, String name, Tensor tensor, long offset)
      throws IOException {
    if (name.equals(METADATA)) {
      throw new IllegalArgumentException("a tensor must not be named " + METADATA);
    }
    long end = offset + 4L * tensor.size();
    json.writeObjectFieldStart(name);
    json.writeStringField("dtype", "F32");
    json.writeFieldName("shape");
    json.writeArray(tensor.shape(), 0, tensor.shape().length);
    json.writeFieldName("data_offsets");
    json.writeArray(new long[] {offset, end}, 0, 2);
    json.writeEndObject();
    return end;
  }

  static SafeTensorsHeader parse(byte[] json, int dataBytes, Path file) {
    Map<String, Range> ranges = new LinkedHashMap<>();
    SortedMap<String, String> metadata = new TreeMap<>();
    JsonNode root = tree(json, file);
    root.properties()
        .forEach(
            e -> {
              if (e.getKey().equals(METADATA)) {
                e.getValue().properties().forEach(m -> metadata.put(m.getKey(), text(m, file)));
              } else {
                ranges.put(e.getKey(), range(e.getKey(), e.getValue(), dataBytes, file));
              }
            });
    checkCover(ranges, dataBytes, file);
    return new SafeTensorsHeader(ranges, metadata);
  }

  private static JsonNode tree(byte[] json, Path file) {
    try {
      JsonNode root = JSON.readTree(json);
      if (json[0] == '{' && root.isObject()) {
        return root;
      }
    } catch (IOException e) {
      throw SafeTensors.corrupt(file, 8, "the header is not JSON: " + firstLine(e));
    }
    throw SafeTensors.corrupt(file, 8, "the header is not a JSON object");
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static String text(Map.Entry<String, JsonNode> entry, Path file) {
    if (!entry.getValue().isTextual()) {
      throw SafeTensors.corrupt(file, 8, "metadata " + entry.getKey() + " is not a string");
    }
    return entry.getValue().asText();
  }

  private static Range range(String name, JsonNode node, int dataBytes, Path file) {
    String dtype = node.path("dtype").asText("missing");
    if (!dtype.equals("F32")) {
      throw SafeTensors.corrupt(file, 8, "tensor " + name + ": expected dtype F32, found " + dtype);
    }
    long[] shape = longs(node.path("shape"), name, file);
    long[] offsets = longs(node.path("data_offsets"), name, file);
    boolean inside = offsets.length == 2 && offsets[0] <= offsets[1] && offsets[1] <= dataBytes;
    if (!inside || !holds(shape, offsets[1] - offsets[0])) {
      throw SafeTensors.corrupt(
          file,
          8,
          "tensor "
              + name
              + Arrays.toString(shape)
              + ": bytes "
              + Arrays.toString(offsets)
              + " of "
              + dataBytes
              + " do not fit");
    }
    return new Range(shape, (int) offsets[0], (int) offsets[1]);
  }

  private static boolean holds(long[] shape, long bytes) {
    long size = 4;
    for (long s : shape) {
      if (s > SafeTensors.MAX_FILE_BYTES) {
        return false;
      }
      size *= s; // at most 2^31 · 2^31 before the next check
      if (size > SafeTensors.MAX_FILE_BYTES) {
        return false;
      }
    }
    return size == bytes;
  }

  private static long[] longs(JsonNode node, String name, Path file) {
    long[] values = new long[node.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode value = node.get(i);
      if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
        throw SafeTensors.corrupt(file, 8, "tensor " + name + ": " + value + " is not a size");
      }
      values[i] = value.asLong();
    }
    if (!node.isArray()) {
      throw SafeTensors.corrupt(file, 8, "tensor " + name + " has no shape or no data_offsets");
    }
    return values;
  }

  /** Ranges must tile the data: no gap, no overlap, nothing after the last. */
  private static void checkCover(Map<String, Range> ranges, int dataBytes, Path file) {
    List<Range> ordered = new ArrayList<>(ranges.values());
    ordered.sort(Comparator.comparingInt(Range::begin).thenComparingInt(Range::end));
    int at = 0;
    for (Range range : ordered) {
      if (range.begin() != at) {
        throw SafeTensors.corrupt(file, 8, "tensors overlap or leave a gap at data byte " + at);
      }
      at = range.end();
    }
    if (at != dataBytes) {
      throw SafeTensors.corrupt(file, 8, (dataBytes - at) + " bytes belong to no tensor");
    }
  }
}
