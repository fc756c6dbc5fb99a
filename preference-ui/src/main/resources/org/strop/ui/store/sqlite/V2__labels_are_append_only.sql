CREATE TRIGGER labels_no_update BEFORE UPDATE ON labels
BEGIN
  SELECT RAISE(ABORT, 'labels are append-only: add an undo row instead');
END;
CREATE TRIGGER labels_no_delete BEFORE DELETE ON labels
BEGIN
  SELECT RAISE(ABORT, 'labels are append-only: add an undo row instead');
END;
