-- The fixed part of the schema: what the file is, the change log, the ids handed out, and proposals
-- kept for later. The entity tables stand in 0001_entities.sql.

CREATE TABLE "meta" (
  "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
  "min_reader" INTEGER NOT NULL CHECK ("min_reader" > 0),  -- oldest schema number that may read
  "min_writer" INTEGER NOT NULL CHECK ("min_writer" > 0),  -- oldest schema number that may write
  "app_version" TEXT NOT NULL,
  "workspace_uuid" TEXT NOT NULL CHECK (length("workspace_uuid") = 36)
) STRICT;

-- Total order of transactions without gaps; the hash of the last one.
CREATE TABLE "log_head" (
  "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
  "seq" INTEGER NOT NULL CHECK ("seq" >= 0),
  "hash" BLOB NOT NULL CHECK (length("hash") = 32)
) STRICT;

CREATE TABLE "change_tx" (
  "seq" INTEGER PRIMARY KEY CHECK ("seq" > 0),
  "tx_id" TEXT NOT NULL UNIQUE CHECK ("tx_id" <> ''),
  "actor" TEXT NOT NULL,
  "client" TEXT NOT NULL,
  "at_utc" TEXT NOT NULL CHECK ("at_utc" GLOB '????-??-??T??:??:??Z'),
  "label" TEXT NOT NULL,
  "source" TEXT NOT NULL
    CHECK ("source" IN ('gui', 'cli', 'load', 'import', 'undo', 'erase', 'migrate')),
  "undoes" INTEGER REFERENCES "change_tx" ("seq") CHECK ("undoes" < "seq"),
  "prev_hash" BLOB NOT NULL CHECK (length("prev_hash") = 32),
  "hash" BLOB NOT NULL CHECK (length("hash") = 32)
) STRICT;

-- Rows as JSON by ids; of an update only the columns that changed, null for one that was or became
-- empty. A row that comes back goes on counting its versions where it had stopped.
CREATE TABLE "change_row" (
  "seq" INTEGER NOT NULL REFERENCES "change_tx" ("seq") DEFERRABLE INITIALLY DEFERRED,
  "ord" INTEGER NOT NULL CHECK ("ord" >= 0),
  "tbl" TEXT NOT NULL,
  "row_id" INTEGER NOT NULL CHECK ("row_id" > 0),
  "op" TEXT NOT NULL CHECK ("op" IN ('I', 'U', 'D')),
  "rv_before" INTEGER CHECK ("rv_before" > 0),
  "rv_after" INTEGER NOT NULL CHECK ("rv_after" = ifnull("rv_before", 0) + 1),
  "before" TEXT CHECK ("before" GLOB '{*}'),
  "after" TEXT CHECK ("after" GLOB '{*}'),
  PRIMARY KEY ("seq", "ord"),
  CHECK (("op" = 'I') = ("before" IS NULL)),
  CHECK (("op" = 'D') = ("after" IS NULL)),
  CHECK ("op" = 'I' OR "rv_before" IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX "change_row_of" ON "change_row" ("tbl", "row_id", "seq");

-- Ids are handed out once, for all tables together, and never again.
CREATE TABLE "ids" (
  "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
  "next" INTEGER NOT NULL CHECK ("next" > 0)
) STRICT;

CREATE TABLE "proposals" (
  "branch" TEXT PRIMARY KEY,
  "base" INTEGER NOT NULL CHECK ("base" >= 0),
  "summary" TEXT NOT NULL,
  "proposal" TEXT NOT NULL CHECK ("proposal" GLOB '{*}')
) STRICT;

-- The log is only ever added to.
CREATE TRIGGER "change_tx_guard" BEFORE UPDATE ON "change_tx"
BEGIN SELECT RAISE(ABORT, 'the history of this file is never rewritten'); END;
CREATE TRIGGER "change_tx_kept" BEFORE DELETE ON "change_tx"
BEGIN SELECT RAISE(ABORT, 'the history of this file is never rewritten'); END;
CREATE TRIGGER "change_row_guard" BEFORE UPDATE ON "change_row"
BEGIN SELECT RAISE(ABORT, 'the history of this file is never rewritten'); END;
CREATE TRIGGER "change_row_kept" BEFORE DELETE ON "change_row"
BEGIN SELECT RAISE(ABORT, 'the history of this file is never rewritten'); END;

INSERT INTO "log_head" VALUES (1, 0, zeroblob(32));
INSERT INTO "ids" VALUES (1, 1);
