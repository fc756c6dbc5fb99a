CREATE FUNCTION labels_are_append_only() RETURNS trigger AS $$
BEGIN
  RAISE EXCEPTION 'labels are append-only: add an undo row instead';
END;
$$ LANGUAGE plpgsql;
CREATE TRIGGER labels_no_change BEFORE UPDATE OR DELETE ON labels
  FOR EACH ROW EXECUTE FUNCTION labels_are_append_only();
CREATE TRIGGER labels_no_truncate BEFORE TRUNCATE ON labels
  FOR EACH STATEMENT EXECUTE FUNCTION labels_are_append_only();
