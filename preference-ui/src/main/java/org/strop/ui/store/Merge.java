package org.strop.ui.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import org.jdbi.v3.core.Handle;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.ui.store.Entry.ChoiceEntry;
import org.strop.ui.store.Entry.UndoEntry;

/** Adds the lines of one label file to a store, inside one transaction. */
final class Merge {
  private final Handle handle;
  private final ToIntBiFunction<Handle, Query> addQuery;
  private final Path file;

  Merge(Handle handle, ToIntBiFunction<Handle, Query> addQuery, Path file) {
    this.handle = handle;
    this.addQuery = addQuery;
    this.file = file;
  }

  /** Adds one line; returns 1 if it was new, else 0. */
  int add(LabelLine line, int number) {
    if (number == 1 != line instanceof LabelLine.Header) {
      throw damaged("the first line, and no other, must be the header", number);
    }
    try {
      if (line instanceof LabelLine.Header header) {
        return check(header);
      }
      return line instanceof LabelLine.Asked asked
          ? addQuery.applyAsInt(handle, asked.query())
          : append(((LabelLine.Row) line).entry(), number);
    } catch (IllegalArgumentException e) {
      throw LabelFile.damaged(String.valueOf(e.getMessage()), file, number, e);
    }
  }

  private int check(LabelLine.Header header) {
    if (!header.format().equals(LabelLine.Header.FORMAT) || header.version() < 1) {
      throw damaged("this is no " + LabelLine.Header.FORMAT + " file, but " + header.format(), 1);
    }
    if (header.version() > LabelLine.VERSION) {
      throw new StropException(
          ErrorCode.TOO_NEW,
          "label format version is " + header.version() + ", this release reads up to 1",
          file + ":1",
          "import it with the release that wrote it, or a newer one");
    }
    return 0;
  }

  private int append(Entry entry, int number) {
    Optional<Entry> before = LabelLog.byId(handle, entry.labelId());
    if (before.isPresent()) {
      if (before.get().equals(entry)) {
        return 0;
      }
      throw damaged("label " + entry.labelId() + " is in the store with another answer", number);
    }
    if (!entry.labelId().equals(Entry.labelId(entry.operator(), entry.nonce()))) {
      throw damaged("label id " + entry.labelId() + " does not belong to its nonce", number);
    }
    checkReference(entry, number);
    LabelLog.append(handle, LabelLog.nextNumber(handle, "label"), entry);
    return 1;
  }

  private void checkReference(Entry entry, int number) {
    if (entry instanceof ChoiceEntry c) {
      if (QueryTable.find(handle, c.queryId()).isEmpty()) {
        throw damaged("choice of query " + c.queryId() + ", which is not there", number);
      }
      if (QueryTable.isAnswered(handle, c.queryId(), c.operator())) {
        throw damaged(c.operator() + " has answered query " + c.queryId() + " already", number);
      }
    }
    if (entry instanceof UndoEntry u && !LabelLog.stands(handle, u.undoes())) {
      throw damaged("undo of label " + u.undoes() + ", which is not there to undo", number);
    }
  }

  /** Checks, after the last line, that there was a header. */
  void end(int lines) {
    if (lines == 0) {
      throw damaged("the file is empty", 1);
    }
  }

  private StropException damaged(String what, int number) {
    return LabelFile.damaged(what, file, number, null);
  }
}
