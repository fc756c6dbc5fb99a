package org.strop.launch.report;

import java.util.Base64;
import java.util.List;

/** Builds one self-contained HTML page, from top to bottom. */
public final class Html {
  private static final String STYLE =
      """
      :root { color-scheme: light; }
      body { font: 16px/1.5 system-ui, sans-serif; color: #1d2721; background: #fbfaf7;
             max-width: 1020px; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.9rem; margin: 0; } h2 { margin-top: 2.4rem; border-bottom: 1px solid #ddd8cc; }
      p.lead { font-size: 1.1rem; color: #44524a; margin-top: .3rem; }
      table { border-collapse: collapse; margin: 1rem 0; width: 100%; background: #fff; }
      th, td { padding: .45rem .7rem; border-bottom: 1px solid #e6e2d8; text-align: right; }
      th:first-child, td:first-child { text-align: left; }
      th { background: #f1eee6; font-weight: 600; }
      figure { margin: 0; background: #fff; border: 1px solid #e6e2d8; border-radius: 6px; padding: .6rem; }
      figure img { max-width: 100%; display: block; } figcaption { color: #5b675f; font-size: .9rem; }
      .row { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 1rem; margin: 1rem 0; }
      pre { background: #22302a; color: #eef3ee; padding: .9rem; border-radius: 6px; overflow-x: auto; }
      .plot text { font: 11px system-ui, sans-serif; fill: #44524a; } .plot text.title { font-size: 13px; font-weight: 600; }
      .plot .grid { stroke: #e9e5da; } .note { color: #5b675f; }
      .verdict { border-left: 5px solid #0b6e4f; background: #eef6f1; padding: .7rem 1rem; margin: 1rem 0; }
      .verdict.no { border-color: #c8553d; background: #fbefeb; }
      """;

  private final StringBuilder body = new StringBuilder(1 << 16);
  private final String title;

  /** Starts a page. */
  public Html(String title) {
    this.title = title;
    body.append("<h1>").append(escape(title)).append("</h1>\n");
  }

  /** Returns a text with the five characters that mean something in HTML replaced. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Adds the sentence under the title. */
  public Html lead(String words) {
    return element("p class=\"lead\"", words);
  }

  /** Adds a heading. */
  public Html heading(String words) {
    return element("h2", words);
  }

  /** Adds a paragraph. */
  public Html paragraph(String words) {
    return element("p", words);
  }

  /** Adds a paragraph that stands out, green where the answer is yes. */
  public Html verdict(boolean yes, String words) {
    return element("p class=\"verdict" + (yes ? "" : " no") + "\"", words);
  }

  /** Adds commands or other text as it is. */
  public Html code(String text) {
    return element("pre", text);
  }

  /** Adds a table. */
  public Html table(List<String> head, List<List<String>> rows) {
    body.append("<table><thead><tr>");
    head.forEach(cell -> body.append("<th>").append(escape(cell)).append("</th>"));
    body.append("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      body.append("<tr>");
      row.forEach(cell -> body.append("<td>").append(escape(cell)).append("</td>"));
      body.append("</tr>\n");
    }
    body.append("</tbody></table>\n");
    return this;
  }

  /** Adds figures side by side. */
  public Html row(List<String> figures) {
    body.append("<div class=\"row\">\n");
    figures.forEach(body::append);
    body.append("</div>\n");
    return this;
  }

  /** Returns a figure around markup that is already safe, for example a {@link Plot}. */
  public static String figure(String markup, String caption) {
    return "<figure>" + markup + "<figcaption>" + escape(caption) + "</figcaption></figure>\n";
  }

  /** Returns a figure of a PNG. */
  public static String picture(byte[] png, String caption) {
    return figure(
        "<img alt=\""
            + escape(caption)
            + "\" src=\"data:image/png;base64,"
            + Base64.getEncoder().encodeToString(png)
            + "\">",
        caption);
  }

  /** Returns the whole page. */
  public String page() {
    return "<!doctype html>\n"
        + "<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
        + " content=\"width=device-width\"><title>"
        + escape(title)
        + "</title><style>"
        + STYLE
        + "</style></head><body>\n"
        + body
        + "</body></html>\n";
  }

  private Html element(String tag, String words) {
    String name = tag.split(" ")[0];
    body.append('<').append(tag).append('>').append(escape(words));
    body.append("</").append(name).append(">\n");
    return this;
  }
}
