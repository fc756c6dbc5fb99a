package org.strop.ui.panel;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves the page: its own files, and Lit's, all out of jars on the class path.
 *
 * <p>An import map tells the browser where Lit's parts are; it is the page's only inline script,
 * and the content policy names it by its hash. Nothing but the files named here can be fetched.
 */
final class PageFiles {
  private static final String PAGE = "/org/strop/ui/panel/page/";
  private static final String MAP_MARK = "<!-- import map -->";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  /** Import name of each package, and the folder of its WebJar. */
  private static final Map<String, String> PACKAGES =
      Map.of(
          "lit", "lit",
          "lit-html", "lit-html",
          "lit-element", "lit-element",
          "@lit/reactive-element", "lit__reactive-element");

  private static final Map<String, String> MAIN_FILES =
      Map.of(
          "lit", "index.js",
          "lit-html", "lit-html.js",
          "lit-element", "index.js",
          "@lit/reactive-element", "reactive-element.js");

  private final Map<String, byte[]> cache = new ConcurrentHashMap<>();
  private final Map<String, String> folders = new LinkedHashMap<>();
  private final byte[] index;
  private final String policy;

  PageFiles() {
    PACKAGES.values().forEach(jar -> folders.put(jar, folder(jar)));
    String map = importMap();
    String html = new String(required(PAGE + "index.html"), StandardCharsets.UTF_8);
    String script = "<script type=\"importmap\">" + map + "</script>";
    index = html.replace(MAP_MARK, script).getBytes(StandardCharsets.UTF_8);
    policy =
        "default-src 'none'; script-src 'self' 'sha256-"
            + sha256(map)
            + "'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";
  }

  /** Returns the content security policy that fits the page. */
  String policy() {
    return policy;
  }

  void addTo(Javalin app) {
    app.get("/", ctx -> send(ctx, "index.html", index));
    app.get("/page/{file}", ctx -> sendFrom(ctx, PAGE, ctx.pathParam("file")));
    app.get("/favicon.ico", ctx -> sendFrom(ctx, PAGE, "icon.svg"));
    app.get("/lib/{jar}/<file>", this::library);
  }

  private void library(Context ctx) {
    Optional<String> folder = Optional.ofNullable(folders.get(ctx.pathParam("jar")));
    if (folder.isPresent()) {
      sendFrom(ctx, folder.get(), ctx.pathParam("file"));
    } else {
      ctx.status(404);
    }
  }

  private void sendFrom(Context ctx, String folder, String file) {
    if (!file.matches("([a-z0-9-]+/)?[a-z0-9-]+\\.(js|css|svg)")) {
      ctx.status(404);
      return;
    }
    Optional<byte[]> content = cached(folder + file);
    if (content.isPresent()) {
      send(ctx, file, content.get());
    } else {
      ctx.status(404);
    }
  }

  private static void send(Context ctx, String file, byte[] content) {
    String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    ctx.header("Cache-Control", "no-cache").contentType(String.valueOf(type)).result(content);
  }

  /** Only files that exist are kept, so the cache is bounded by what is in the jars. */
  private Optional<byte[]> cached(String path) {
    byte[] known = cache.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<byte[]> content = resource(path);
    content.ifPresent(bytes -> cache.put(path, bytes));
    return content;
  }

  private static String importMap() {
    StringBuilder map = new StringBuilder("{\"imports\":{");
    PACKAGES.keySet().stream()
        .sorted()
        .forEach(
            name -> {
              String base = "/lib/" + PACKAGES.get(name) + "/";
              map.append(map.charAt(map.length() - 1) == '{' ? "" : ",");
              map.append('"').append(name).append("\":\"").append(base);
              map.append(MAIN_FILES.get(name)).append("\",");
              map.append('"').append(name).append("/\":\"").append(base).append('"');
            });
    return map.append("}}").toString();
  }

  private static String folder(String jar) {
    String about = "/META-INF/maven/org.webjars.npm/" + jar + "/pom.properties";
    Properties properties = new Properties();
    try (InputStream in = PageFiles.class.getResourceAsStream(about)) {
      if (in == null) {
        throw new IllegalStateException("WebJar " + jar + " is not on the class path");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/webjars/" + jar + "/" + properties.getProperty("version") + "/";
  }

  private static byte[] required(String path) {
    return resource(path)
        .orElseThrow(() -> new IllegalStateException(path + " is not on the class path"));
  }

  private static Optional<byte[]> resource(String path) {
    try (InputStream in = PageFiles.class.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
