-- One table a noun, written from the field lists beside the nouns in planner/domain.
-- Written by the test "the schema file says what the field lists say": UPDATE_GOLDEN=1.
-- Dates are yyyy-mm-dd, times hh:mm, weekdays bits from Monday (1), lists JSON arrays (of ids
-- for references), extra the user's own columns as a JSON object.

CREATE TABLE "workspace" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "zone" TEXT NOT NULL CHECK ("zone" <> ''),
  "as_of" TEXT CHECK ("as_of" IS date("as_of", '+0 days') AND "as_of" BETWEEN '1900-01-01' AND '2199-12-31'),
  "slot_minutes" INTEGER NOT NULL CHECK ("slot_minutes" BETWEEN 5 AND 240),
  "currency" TEXT CHECK ("currency" <> ''),
  "horizon_from" TEXT NOT NULL CHECK ("horizon_from" IS date("horizon_from", '+0 days') AND "horizon_from" BETWEEN '1900-01-01' AND '2199-12-31'),
  "horizon_to" TEXT NOT NULL CHECK ("horizon_to" IS date("horizon_to", '+0 days') AND "horizon_to" BETWEEN '1900-01-01' AND '2199-12-31'),
  "freeze_days" INTEGER CHECK ("freeze_days" BETWEEN 0 AND 366),
  "notice_days" INTEGER CHECK ("notice_days" BETWEEN 0 AND 366),
  "growth_limit" INTEGER NOT NULL CHECK ("growth_limit" BETWEEN 1 AND 20),
  "manage_only_percent" INTEGER CHECK ("manage_only_percent" BETWEEN 0 AND 100),
  "mid_level_bands" TEXT CHECK ("mid_level_bands" GLOB '[[]*]'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE TRIGGER "workspace_guard" BEFORE UPDATE ON "workspace"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "sites" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "zone" TEXT NOT NULL CHECK ("zone" <> ''),
  "day_start" TEXT NOT NULL CHECK ("day_start" GLOB '[0-2][0-9]:[0-5][0-9]' AND "day_start" <= '24:00'),
  "day_end" TEXT NOT NULL CHECK ("day_end" GLOB '[0-2][0-9]:[0-5][0-9]' AND "day_end" <= '24:00'),
  "working_days" INTEGER NOT NULL CHECK ("working_days" BETWEEN 1 AND 127),
  "virtual" INTEGER NOT NULL CHECK ("virtual" IN (0, 1)),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "sites_key" ON "sites" ("code");
CREATE TRIGGER "sites_guard" BEFORE UPDATE ON "sites"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "holidays" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "site" INTEGER NOT NULL CHECK ("site" > 0) REFERENCES "sites" ("id") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "name" TEXT CHECK ("name" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "holidays_key" ON "holidays" ("site", "date");
CREATE TRIGGER "holidays_guard" BEFORE UPDATE ON "holidays"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "travel" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "from_site" INTEGER NOT NULL CHECK ("from_site" > 0) REFERENCES "sites" ("id") DEFERRABLE INITIALLY DEFERRED,
  "to_site" INTEGER NOT NULL CHECK ("to_site" > 0) REFERENCES "sites" ("id") DEFERRABLE INITIALLY DEFERRED,
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN 0 AND 1440),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "travel_key" ON "travel" ("from_site", "to_site");
CREATE INDEX "travel_to_site" ON "travel" ("to_site") WHERE "to_site" IS NOT NULL;
CREATE TRIGGER "travel_guard" BEFORE UPDATE ON "travel"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "units" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "parent" INTEGER CHECK ("parent" > 0) REFERENCES "units" ("id") DEFERRABLE INITIALLY DEFERRED,
  "max_away" INTEGER CHECK ("max_away" BETWEEN 0 AND 100000),
  "max_away_percent" INTEGER CHECK ("max_away_percent" BETWEEN 0 AND 100),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "units_key" ON "units" ("code");
CREATE INDEX "units_parent" ON "units" ("parent") WHERE "parent" IS NOT NULL;
CREATE TRIGGER "units_guard" BEFORE UPDATE ON "units"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "frameworks" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "version" TEXT NOT NULL CHECK ("version" <> ''),
  "valid_from" TEXT CHECK ("valid_from" IS date("valid_from", '+0 days') AND "valid_from" BETWEEN '1900-01-01' AND '2199-12-31'),
  "review_by" TEXT CHECK ("review_by" IS date("review_by", '+0 days') AND "review_by" BETWEEN '1900-01-01' AND '2199-12-31'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "frameworks_key" ON "frameworks" ("version");
CREATE TRIGGER "frameworks_guard" BEFORE UPDATE ON "frameworks"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "competencies" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "orientation" TEXT NOT NULL CHECK ("orientation" IN ('lead', 'manage', 'both')),
  "strand" TEXT CHECK ("strand" IN ('leader', 'manager', 'expert')),
  "definition" TEXT CHECK ("definition" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "competencies_key" ON "competencies" ("code");
CREATE TRIGGER "competencies_guard" BEFORE UPDATE ON "competencies"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "indicators" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "competency" INTEGER NOT NULL CHECK ("competency" > 0) REFERENCES "competencies" ("id") DEFERRABLE INITIALLY DEFERRED,
  "number" INTEGER NOT NULL CHECK ("number" BETWEEN 1 AND 99),
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "indicators_key" ON "indicators" ("competency", "number");
CREATE TRIGGER "indicators_guard" BEFORE UPDATE ON "indicators"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "anchors" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "competency" INTEGER NOT NULL CHECK ("competency" > 0) REFERENCES "competencies" ("id") DEFERRABLE INITIALLY DEFERRED,
  "level" INTEGER NOT NULL CHECK ("level" BETWEEN 1 AND 5),
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "anchors_key" ON "anchors" ("competency", "level");
CREATE TRIGGER "anchors_guard" BEFORE UPDATE ON "anchors"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "tracks" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "track" TEXT NOT NULL CHECK ("track" IN ('expert', 'people')),
  "level" TEXT NOT NULL CHECK ("level" <> ''),
  "title" TEXT CHECK ("title" <> ''),
  "pairs_with" TEXT CHECK ("pairs_with" <> ''),
  "pay_reference" TEXT CHECK ("pay_reference" <> ''),
  "decision_rights" TEXT CHECK ("decision_rights" <> ''),
  "headline" TEXT CHECK ("headline" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "tracks_key" ON "tracks" ("track", "level");
CREATE TRIGGER "tracks_guard" BEFORE UPDATE ON "tracks"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "roles" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "track" TEXT CHECK ("track" IN ('expert', 'people')),
  "level" TEXT CHECK ("level" <> ''),
  "lead_part" TEXT CHECK ("lead_part" <> ''),
  "manage_part" TEXT CHECK ("manage_part" <> ''),
  "not_expected" TEXT CHECK ("not_expected" <> ''),
  "signed_by" TEXT CHECK ("signed_by" <> ''),
  "signed_on" TEXT CHECK ("signed_on" IS date("signed_on", '+0 days') AND "signed_on" BETWEEN '1900-01-01' AND '2199-12-31'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "roles_key" ON "roles" ("code");
CREATE TRIGGER "roles_guard" BEFORE UPDATE ON "roles"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "role_targets" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "role" INTEGER NOT NULL CHECK ("role" > 0) REFERENCES "roles" ("id") DEFERRABLE INITIALLY DEFERRED,
  "competency" INTEGER NOT NULL CHECK ("competency" > 0) REFERENCES "competencies" ("id") DEFERRABLE INITIALLY DEFERRED,
  "expected" TEXT NOT NULL CHECK ("expected" IN ('1', '2', '3', '4', '5', 'not_expected')),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "role_targets_key" ON "role_targets" ("role", "competency");
CREATE INDEX "role_targets_competency" ON "role_targets" ("competency") WHERE "competency" IS NOT NULL;
CREATE TRIGGER "role_targets_guard" BEFORE UPDATE ON "role_targets"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "people" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "number" TEXT NOT NULL CHECK ("number" <> ''),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "sort_as" TEXT CHECK ("sort_as" <> ''),
  "email" TEXT CHECK ("email" <> ''),
  "unit" INTEGER CHECK ("unit" > 0) REFERENCES "units" ("id") DEFERRABLE INITIALLY DEFERRED,
  "site" INTEGER CHECK ("site" > 0) REFERENCES "sites" ("id") DEFERRABLE INITIALLY DEFERRED,
  "role" INTEGER CHECK ("role" > 0) REFERENCES "roles" ("id") DEFERRABLE INITIALLY DEFERRED,
  "band" TEXT CHECK ("band" <> ''),
  "band_since" TEXT CHECK ("band_since" IS date("band_since", '+0 days') AND "band_since" BETWEEN '1900-01-01' AND '2199-12-31'),
  "track" TEXT CHECK ("track" IN ('expert', 'people', 'undecided')),
  "journey" TEXT CHECK ("journey" IN ('leader', 'manager', 'both', 'none')),
  "manager" INTEGER CHECK ("manager" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "hired" TEXT CHECK ("hired" IS date("hired", '+0 days') AND "hired" BETWEEN '1900-01-01' AND '2199-12-31'),
  "left" TEXT CHECK ("left" IS date("left", '+0 days') AND "left" BETWEEN '1900-01-01' AND '2199-12-31'),
  "working_days" INTEGER CHECK ("working_days" BETWEEN 1 AND 127),
  "day_start" TEXT CHECK ("day_start" GLOB '[0-2][0-9]:[0-5][0-9]' AND "day_start" <= '24:00'),
  "day_end" TEXT CHECK ("day_end" GLOB '[0-2][0-9]:[0-5][0-9]' AND "day_end" <= '24:00'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "people_key" ON "people" ("number");
CREATE INDEX "people_unit" ON "people" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX "people_site" ON "people" ("site") WHERE "site" IS NOT NULL;
CREATE INDEX "people_role" ON "people" ("role") WHERE "role" IS NOT NULL;
CREATE INDEX "people_manager" ON "people" ("manager") WHERE "manager" IS NOT NULL;
CREATE TRIGGER "people_guard" BEFORE UPDATE ON "people"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "arrangements" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('step_free', 'captions', 'language', 'timetable', 'other')),
  "text" TEXT CHECK ("text" <> ''),
  "days" INTEGER CHECK ("days" BETWEEN 1 AND 127),
  "start" TEXT CHECK ("start" GLOB '[0-2][0-9]:[0-5][0-9]' AND "start" <= '24:00'),
  "end" TEXT CHECK ("end" GLOB '[0-2][0-9]:[0-5][0-9]' AND "end" <= '24:00'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE INDEX "arrangements_person" ON "arrangements" ("person") WHERE "person" IS NOT NULL;
CREATE TRIGGER "arrangements_guard" BEFORE UPDATE ON "arrangements"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "seasons" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL CHECK ("from" IS date("from", '+0 days') AND "from" BETWEEN '1900-01-01' AND '2199-12-31'),
  "to" TEXT CHECK ("to" IS date("to", '+0 days') AND "to" BETWEEN '1900-01-01' AND '2199-12-31'),
  "season" TEXT NOT NULL CHECK ("season" IN ('lighter', 'paused')),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "seasons_key" ON "seasons" ("person", "from");
CREATE TRIGGER "seasons_guard" BEFORE UPDATE ON "seasons"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "modules" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "orientation" TEXT NOT NULL CHECK ("orientation" IN ('lead', 'manage', 'both')),
  "mode" TEXT NOT NULL CHECK ("mode" IN ('in_person', 'virtual', 'self_paced', 'coaching', 'practice', 'project')),
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN 0 AND 60000),
  "meetings" INTEGER CHECK ("meetings" BETWEEN 0 AND 60),
  "meeting_minutes" TEXT CHECK ("meeting_minutes" GLOB '[[]*]'),
  "meeting_gap_min_days" INTEGER CHECK ("meeting_gap_min_days" BETWEEN 0 AND 366),
  "meeting_gap_max_days" INTEGER CHECK ("meeting_gap_max_days" BETWEEN 0 AND 366),
  "capacity" INTEGER CHECK ("capacity" BETWEEN 1 AND 100000),
  "min_seats" INTEGER CHECK ("min_seats" BETWEEN 0 AND 100000),
  "leads" INTEGER CHECK ("leads" BETWEEN 0 AND 20),
  "cofacilitators" INTEGER CHECK ("cofacilitators" BETWEEN 0 AND 20),
  "room_features" TEXT CHECK ("room_features" GLOB '[[]*]'),
  "assets" TEXT CHECK ("assets" GLOB '[[]*]'),
  "what" TEXT CHECK ("what" <> ''),
  "how" TEXT CHECK ("how" <> ''),
  "why" TEXT CHECK ("why" <> ''),
  "who" TEXT CHECK ("who" <> ''),
  "validity_months" INTEGER CHECK ("validity_months" BETWEEN 1 AND 600),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "modules_key" ON "modules" ("code");
CREATE TRIGGER "modules_guard" BEFORE UPDATE ON "modules"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "variants" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "module" INTEGER NOT NULL CHECK ("module" > 0) REFERENCES "modules" ("id") DEFERRABLE INITIALLY DEFERRED,
  "variant" TEXT NOT NULL CHECK ("variant" <> ''),
  "mode" TEXT CHECK ("mode" IN ('in_person', 'virtual', 'self_paced', 'coaching', 'practice', 'project')),
  "meetings" INTEGER CHECK ("meetings" BETWEEN 0 AND 60),
  "meeting_minutes" TEXT CHECK ("meeting_minutes" GLOB '[[]*]'),
  "capacity" INTEGER CHECK ("capacity" BETWEEN 1 AND 100000),
  "room_features" TEXT CHECK ("room_features" GLOB '[[]*]'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "variants_key" ON "variants" ("module", "variant");
CREATE TRIGGER "variants_guard" BEFORE UPDATE ON "variants"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "objectives" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "module" INTEGER NOT NULL CHECK ("module" > 0) REFERENCES "modules" ("id") DEFERRABLE INITIALLY DEFERRED,
  "number" INTEGER NOT NULL CHECK ("number" BETWEEN 1 AND 99),
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "minutes" INTEGER CHECK ("minutes" BETWEEN 0 AND 60000),
  "competency" INTEGER CHECK ("competency" > 0) REFERENCES "competencies" ("id") DEFERRABLE INITIALLY DEFERRED,
  "level" INTEGER CHECK ("level" BETWEEN 1 AND 5),
  "kind" TEXT CHECK ("kind" IN ('knowledge', 'behaviour', 'conditions')),
  "question" TEXT CHECK ("question" IN ('why', 'where', 'how', 'next')),
  "horizon" TEXT CHECK ("horizon" IN ('now', 'next', 'beyond')),
  "zoom" TEXT CHECK ("zoom" IN ('in', 'out')),
  "focus" TEXT CHECK ("focus" <> ''),
  "tags" TEXT CHECK ("tags" GLOB '[[]*]'),
  "influence" INTEGER CHECK ("influence" BETWEEN -2 AND 2),
  "empowerment" INTEGER CHECK ("empowerment" BETWEEN -2 AND 2),
  "risk_intelligence" INTEGER CHECK ("risk_intelligence" BETWEEN -2 AND 2),
  "transformation" INTEGER CHECK ("transformation" BETWEEN -2 AND 2),
  "change" INTEGER CHECK ("change" BETWEEN -2 AND 2),
  "beyond" INTEGER CHECK ("beyond" BETWEEN -2 AND 2),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "objectives_key" ON "objectives" ("module", "number");
CREATE INDEX "objectives_competency" ON "objectives" ("competency") WHERE "competency" IS NOT NULL;
CREATE TRIGGER "objectives_guard" BEFORE UPDATE ON "objectives"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "prerequisites" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "module" INTEGER NOT NULL CHECK ("module" > 0) REFERENCES "modules" ("id") DEFERRABLE INITIALLY DEFERRED,
  "needs" INTEGER NOT NULL CHECK ("needs" > 0) REFERENCES "modules" ("id") DEFERRABLE INITIALLY DEFERRED,
  "min_days" INTEGER CHECK ("min_days" BETWEEN 0 AND 1000),
  "ideal_days" INTEGER CHECK ("ideal_days" BETWEEN 0 AND 1000),
  "max_days" INTEGER CHECK ("max_days" BETWEEN 0 AND 1000),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "prerequisites_key" ON "prerequisites" ("module", "needs");
CREATE INDEX "prerequisites_needs" ON "prerequisites" ("needs") WHERE "needs" IS NOT NULL;
CREATE TRIGGER "prerequisites_guard" BEFORE UPDATE ON "prerequisites"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "programmes" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "journey" TEXT NOT NULL CHECK ("journey" IN ('leader', 'manager', 'both', 'expert')),
  "audience" TEXT CHECK ("audience" <> ''),
  "owner" TEXT CHECK ("owner" <> ''),
  "sponsor" TEXT CHECK ("sponsor" <> ''),
  "budget" INTEGER CHECK ("budget" BETWEEN 0 AND 2000000000),
  "one_sided_reason" TEXT CHECK ("one_sided_reason" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "programmes_key" ON "programmes" ("code");
CREATE TRIGGER "programmes_guard" BEFORE UPDATE ON "programmes"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "programme_modules" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "programme" INTEGER NOT NULL CHECK ("programme" > 0) REFERENCES "programmes" ("id") DEFERRABLE INITIALLY DEFERRED,
  "set" TEXT NOT NULL CHECK ("set" <> ''),
  "rule" TEXT NOT NULL CHECK ("rule" <> ''),
  "module" INTEGER NOT NULL CHECK ("module" > 0) REFERENCES "modules" ("id") DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER CHECK ("position" BETWEEN 0 AND 10000),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "programme_modules_key" ON "programme_modules" ("programme", "set", "module");
CREATE INDEX "programme_modules_module" ON "programme_modules" ("module") WHERE "module" IS NOT NULL;
CREATE TRIGGER "programme_modules_guard" BEFORE UPDATE ON "programme_modules"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "cohorts" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "programme" INTEGER NOT NULL CHECK ("programme" > 0) REFERENCES "programmes" ("id") DEFERRABLE INITIALLY DEFERRED,
  "site" INTEGER NOT NULL CHECK ("site" > 0) REFERENCES "sites" ("id") DEFERRABLE INITIALLY DEFERRED,
  "language" TEXT CHECK ("language" <> ''),
  "sponsor" TEXT CHECK ("sponsor" <> ''),
  "start_from" TEXT CHECK ("start_from" IS date("start_from", '+0 days') AND "start_from" BETWEEN '1900-01-01' AND '2199-12-31'),
  "deadline" TEXT CHECK ("deadline" IS date("deadline", '+0 days') AND "deadline" BETWEEN '1900-01-01' AND '2199-12-31'),
  "deadline_rule" TEXT CHECK ("deadline_rule" IN ('soft', 'hard')),
  "capacity" INTEGER CHECK ("capacity" BETWEEN 1 AND 100000),
  "max_minutes_week" INTEGER CHECK ("max_minutes_week" BETWEEN 0 AND 10080),
  "load_window_weeks" INTEGER NOT NULL CHECK ("load_window_weeks" BETWEEN 1 AND 52),
  "max_sessions_day" INTEGER CHECK ("max_sessions_day" BETWEEN 1 AND 20),
  "working_days" INTEGER CHECK ("working_days" BETWEEN 1 AND 127),
  "day_start" TEXT CHECK ("day_start" GLOB '[0-2][0-9]:[0-5][0-9]' AND "day_start" <= '24:00'),
  "day_end" TEXT CHECK ("day_end" GLOB '[0-2][0-9]:[0-5][0-9]' AND "day_end" <= '24:00'),
  "budget" INTEGER CHECK ("budget" BETWEEN 0 AND 2000000000),
  "budget_rule" TEXT CHECK ("budget_rule" IN ('soft', 'hard')),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "cohorts_key" ON "cohorts" ("code");
CREATE INDEX "cohorts_programme" ON "cohorts" ("programme") WHERE "programme" IS NOT NULL;
CREATE INDEX "cohorts_site" ON "cohorts" ("site") WHERE "site" IS NOT NULL;
CREATE TRIGGER "cohorts_guard" BEFORE UPDATE ON "cohorts"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "cohort_modules" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "cohort" INTEGER NOT NULL CHECK ("cohort" > 0) REFERENCES "cohorts" ("id") DEFERRABLE INITIALLY DEFERRED,
  "module" INTEGER NOT NULL CHECK ("module" > 0) REFERENCES "modules" ("id") DEFERRABLE INITIALLY DEFERRED,
  "use" INTEGER CHECK ("use" IN (0, 1)),
  "variant" TEXT CHECK ("variant" <> ''),
  "site" INTEGER CHECK ("site" > 0) REFERENCES "sites" ("id") DEFERRABLE INITIALLY DEFERRED,
  "not_before" TEXT CHECK ("not_before" IS date("not_before", '+0 days') AND "not_before" BETWEEN '1900-01-01' AND '2199-12-31'),
  "not_after" TEXT CHECK ("not_after" IS date("not_after", '+0 days') AND "not_after" BETWEEN '1900-01-01' AND '2199-12-31'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "cohort_modules_key" ON "cohort_modules" ("cohort", "module");
CREATE INDEX "cohort_modules_module" ON "cohort_modules" ("module") WHERE "module" IS NOT NULL;
CREATE INDEX "cohort_modules_site" ON "cohort_modules" ("site") WHERE "site" IS NOT NULL;
CREATE TRIGGER "cohort_modules_guard" BEFORE UPDATE ON "cohort_modules"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "members" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "cohort" INTEGER NOT NULL CHECK ("cohort" > 0) REFERENCES "cohorts" ("id") DEFERRABLE INITIALLY DEFERRED,
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "status" TEXT NOT NULL CHECK ("status" IN ('requested', 'enrolled', 'waitlisted', 'withdrawn', 'completed')),
  "since" TEXT CHECK ("since" IS date("since", '+0 days') AND "since" BETWEEN '1900-01-01' AND '2199-12-31'),
  "nominated_by" TEXT CHECK ("nominated_by" IN ('self', 'peer', 'manager', 'ld')),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "members_key" ON "members" ("cohort", "person");
CREATE INDEX "members_person" ON "members" ("person") WHERE "person" IS NOT NULL;
CREATE TRIGGER "members_guard" BEFORE UPDATE ON "members"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "facilitators" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "person" INTEGER CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sites" TEXT CHECK ("sites" GLOB '[[]*]'),
  "languages" TEXT CHECK ("languages" GLOB '[[]*]'),
  "working_days" INTEGER CHECK ("working_days" BETWEEN 1 AND 127),
  "day_start" TEXT CHECK ("day_start" GLOB '[0-2][0-9]:[0-5][0-9]' AND "day_start" <= '24:00'),
  "day_end" TEXT CHECK ("day_end" GLOB '[0-2][0-9]:[0-5][0-9]' AND "day_end" <= '24:00'),
  "max_days_week" INTEGER CHECK ("max_days_week" BETWEEN 0 AND 7),
  "max_minutes_week" INTEGER CHECK ("max_minutes_week" BETWEEN 0 AND 10080),
  "max_travel_days" INTEGER CHECK ("max_travel_days" BETWEEN 0 AND 366),
  "day_rate" INTEGER CHECK ("day_rate" BETWEEN 0 AND 2000000),
  "until" TEXT CHECK ("until" IS date("until", '+0 days') AND "until" BETWEEN '1900-01-01' AND '2199-12-31'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "facilitators_key" ON "facilitators" ("code");
CREATE INDEX "facilitators_person" ON "facilitators" ("person") WHERE "person" IS NOT NULL;
CREATE TRIGGER "facilitators_guard" BEFORE UPDATE ON "facilitators"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "qualifications" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "facilitator" INTEGER NOT NULL CHECK ("facilitator" > 0) REFERENCES "facilitators" ("id") DEFERRABLE INITIALLY DEFERRED,
  "module" INTEGER NOT NULL CHECK ("module" > 0) REFERENCES "modules" ("id") DEFERRABLE INITIALLY DEFERRED,
  "level" TEXT NOT NULL CHECK ("level" IN ('lead', 'co', 'shadow')),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "qualifications_key" ON "qualifications" ("facilitator", "module");
CREATE INDEX "qualifications_module" ON "qualifications" ("module") WHERE "module" IS NOT NULL;
CREATE TRIGGER "qualifications_guard" BEFORE UPDATE ON "qualifications"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "rooms" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "site" INTEGER CHECK ("site" > 0) REFERENCES "sites" ("id") DEFERRABLE INITIALLY DEFERRED,
  "capacity" INTEGER CHECK ("capacity" BETWEEN 1 AND 100000),
  "features" TEXT CHECK ("features" GLOB '[[]*]'),
  "virtual" INTEGER NOT NULL CHECK ("virtual" IN (0, 1)),
  "day_cost" INTEGER CHECK ("day_cost" BETWEEN 0 AND 2000000),
  "setup_minutes" INTEGER CHECK ("setup_minutes" BETWEEN 0 AND 1440),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "rooms_key" ON "rooms" ("code");
CREATE INDEX "rooms_site" ON "rooms" ("site") WHERE "site" IS NOT NULL;
CREATE TRIGGER "rooms_guard" BEFORE UPDATE ON "rooms"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "assets" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "name" TEXT CHECK ("name" <> ''),
  "site" INTEGER CHECK ("site" > 0) REFERENCES "sites" ("id") DEFERRABLE INITIALLY DEFERRED,
  "quantity" INTEGER NOT NULL CHECK ("quantity" BETWEEN 0 AND 100000),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "assets_key" ON "assets" ("code", ifnull("site", 0));
CREATE INDEX "assets_site" ON "assets" ("site") WHERE "site" IS NOT NULL;
CREATE TRIGGER "assets_guard" BEFORE UPDATE ON "assets"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "blackouts" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "scope" TEXT NOT NULL CHECK ("scope" IN ('all', 'site', 'unit', 'cohort', 'facilitator', 'room')),
  "code" INTEGER CHECK ("code" > 0),
  "from" TEXT NOT NULL CHECK ("from" IS date("from", '+0 days') AND "from" BETWEEN '1900-01-01' AND '2199-12-31'),
  "to" TEXT NOT NULL CHECK ("to" IS date("to", '+0 days') AND "to" BETWEEN '1900-01-01' AND '2199-12-31'),
  "start" TEXT CHECK ("start" GLOB '[0-2][0-9]:[0-5][0-9]' AND "start" <= '24:00'),
  "end" TEXT CHECK ("end" GLOB '[0-2][0-9]:[0-5][0-9]' AND "end" <= '24:00'),
  "name" TEXT CHECK ("name" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE TRIGGER "blackouts_guard" BEFORE UPDATE ON "blackouts"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "protected" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "scope" TEXT NOT NULL CHECK ("scope" IN ('cohort', 'person')),
  "code" INTEGER NOT NULL CHECK ("code" > 0),
  "weekday" INTEGER NOT NULL CHECK ("weekday" BETWEEN 1 AND 127),
  "start" TEXT NOT NULL CHECK ("start" GLOB '[0-2][0-9]:[0-5][0-9]' AND "start" <= '24:00'),
  "end" TEXT NOT NULL CHECK ("end" GLOB '[0-2][0-9]:[0-5][0-9]' AND "end" <= '24:00'),
  "from" TEXT CHECK ("from" IS date("from", '+0 days') AND "from" BETWEEN '1900-01-01' AND '2199-12-31'),
  "to" TEXT CHECK ("to" IS date("to", '+0 days') AND "to" BETWEEN '1900-01-01' AND '2199-12-31'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE TRIGGER "protected_guard" BEFORE UPDATE ON "protected"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "absences" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('person', 'facilitator', 'room')),
  "code" INTEGER NOT NULL CHECK ("code" > 0),
  "from" TEXT NOT NULL CHECK ("from" IS date("from", '+0 days') AND "from" BETWEEN '1900-01-01' AND '2199-12-31'),
  "to" TEXT NOT NULL CHECK ("to" IS date("to", '+0 days') AND "to" BETWEEN '1900-01-01' AND '2199-12-31'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE TRIGGER "absences_guard" BEFORE UPDATE ON "absences"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "sessions" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "cohort" TEXT NOT NULL CHECK ("cohort" GLOB '[[]*]'),
  "module" INTEGER NOT NULL CHECK ("module" > 0) REFERENCES "modules" ("id") DEFERRABLE INITIALLY DEFERRED,
  "variant" TEXT CHECK ("variant" <> ''),
  "status" TEXT NOT NULL CHECK ("status" IN ('planned', 'published', 'delivered', 'cancelled')),
  "pinned" INTEGER NOT NULL CHECK ("pinned" IN (0, 1)),
  "due_from" TEXT CHECK ("due_from" IS date("due_from", '+0 days') AND "due_from" BETWEEN '1900-01-01' AND '2199-12-31'),
  "due_to" TEXT CHECK ("due_to" IS date("due_to", '+0 days') AND "due_to" BETWEEN '1900-01-01' AND '2199-12-31'),
  "note" TEXT CHECK ("note" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "sessions_key" ON "sessions" ("code");
CREATE INDEX "sessions_module" ON "sessions" ("module") WHERE "module" IS NOT NULL;
CREATE TRIGGER "sessions_guard" BEFORE UPDATE ON "sessions"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "meetings" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "session" INTEGER NOT NULL CHECK ("session" > 0) REFERENCES "sessions" ("id") DEFERRABLE INITIALLY DEFERRED,
  "number" INTEGER NOT NULL CHECK ("number" BETWEEN 1 AND 60),
  "date" TEXT NOT NULL CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "start" TEXT NOT NULL CHECK ("start" GLOB '[0-2][0-9]:[0-5][0-9]' AND "start" <= '24:00'),
  "end" TEXT NOT NULL CHECK ("end" GLOB '[0-2][0-9]:[0-5][0-9]' AND "end" <= '24:00'),
  "room" INTEGER CHECK ("room" > 0) REFERENCES "rooms" ("id") DEFERRABLE INITIALLY DEFERRED,
  "leads" TEXT CHECK ("leads" GLOB '[[]*]'),
  "cofacilitators" TEXT CHECK ("cofacilitators" GLOB '[[]*]'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "meetings_key" ON "meetings" ("session", "number");
CREATE INDEX "meetings_room" ON "meetings" ("room") WHERE "room" IS NOT NULL;
CREATE TRIGGER "meetings_guard" BEFORE UPDATE ON "meetings"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "seats" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "session" INTEGER NOT NULL CHECK ("session" > 0) REFERENCES "sessions" ("id") DEFERRABLE INITIALLY DEFERRED,
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "status" TEXT NOT NULL CHECK ("status" IN ('booked', 'waitlisted', 'cancelled', 'declined')),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "seats_key" ON "seats" ("session", "person");
CREATE INDEX "seats_person" ON "seats" ("person") WHERE "person" IS NOT NULL;
CREATE TRIGGER "seats_guard" BEFORE UPDATE ON "seats"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "waivers" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "rule" TEXT NOT NULL CHECK ("rule" <> ''),
  "subject" TEXT CHECK ("subject" <> ''),
  "session" INTEGER CHECK ("session" > 0) REFERENCES "sessions" ("id") DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT NOT NULL CHECK ("reason" <> ''),
  "author" TEXT NOT NULL CHECK ("author" <> ''),
  "date" TEXT CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE INDEX "waivers_session" ON "waivers" ("session") WHERE "session" IS NOT NULL;
CREATE TRIGGER "waivers_guard" BEFORE UPDATE ON "waivers"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "branches" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "author" TEXT CHECK ("author" <> ''),
  "made" TEXT CHECK ("made" IS date("made", '+0 days') AND "made" BETWEEN '1900-01-01' AND '2199-12-31'),
  "note" TEXT CHECK ("note" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "branches_key" ON "branches" ("code");
CREATE TRIGGER "branches_guard" BEFORE UPDATE ON "branches"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "branch_sessions" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "branch" INTEGER NOT NULL CHECK ("branch" > 0) REFERENCES "branches" ("id") DEFERRABLE INITIALLY DEFERRED,
  "session" TEXT NOT NULL CHECK ("session" <> ''),
  "cohort" TEXT CHECK ("cohort" GLOB '[[]*]'),
  "module" INTEGER CHECK ("module" > 0) REFERENCES "modules" ("id") DEFERRABLE INITIALLY DEFERRED,
  "variant" TEXT CHECK ("variant" <> ''),
  "cancelled" INTEGER NOT NULL CHECK ("cancelled" IN (0, 1)),
  "pinned" INTEGER NOT NULL CHECK ("pinned" IN (0, 1)),
  "due_from" TEXT CHECK ("due_from" IS date("due_from", '+0 days') AND "due_from" BETWEEN '1900-01-01' AND '2199-12-31'),
  "due_to" TEXT CHECK ("due_to" IS date("due_to", '+0 days') AND "due_to" BETWEEN '1900-01-01' AND '2199-12-31'),
  "note" TEXT CHECK ("note" <> ''),
  "base" TEXT CHECK ("base" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "branch_sessions_key" ON "branch_sessions" ("branch", "session");
CREATE INDEX "branch_sessions_module" ON "branch_sessions" ("module") WHERE "module" IS NOT NULL;
CREATE TRIGGER "branch_sessions_guard" BEFORE UPDATE ON "branch_sessions"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "branch_meetings" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "branch" INTEGER NOT NULL CHECK ("branch" > 0) REFERENCES "branches" ("id") DEFERRABLE INITIALLY DEFERRED,
  "session" TEXT NOT NULL CHECK ("session" <> ''),
  "number" INTEGER NOT NULL CHECK ("number" BETWEEN 1 AND 60),
  "date" TEXT CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "start" TEXT CHECK ("start" GLOB '[0-2][0-9]:[0-5][0-9]' AND "start" <= '24:00'),
  "end" TEXT CHECK ("end" GLOB '[0-2][0-9]:[0-5][0-9]' AND "end" <= '24:00'),
  "room" INTEGER CHECK ("room" > 0) REFERENCES "rooms" ("id") DEFERRABLE INITIALLY DEFERRED,
  "leads" TEXT CHECK ("leads" GLOB '[[]*]'),
  "cofacilitators" TEXT CHECK ("cofacilitators" GLOB '[[]*]'),
  "base" TEXT CHECK ("base" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "branch_meetings_key" ON "branch_meetings" ("branch", "session", "number");
CREATE INDEX "branch_meetings_room" ON "branch_meetings" ("room") WHERE "room" IS NOT NULL;
CREATE TRIGGER "branch_meetings_guard" BEFORE UPDATE ON "branch_meetings"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "branch_seats" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "branch" INTEGER NOT NULL CHECK ("branch" > 0) REFERENCES "branches" ("id") DEFERRABLE INITIALLY DEFERRED,
  "session" TEXT NOT NULL CHECK ("session" <> ''),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "status" TEXT CHECK ("status" IN ('booked', 'waitlisted', 'cancelled', 'declined')),
  "base" TEXT CHECK ("base" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "branch_seats_key" ON "branch_seats" ("branch", "session", "person");
CREATE INDEX "branch_seats_person" ON "branch_seats" ("person") WHERE "person" IS NOT NULL;
CREATE TRIGGER "branch_seats_guard" BEFORE UPDATE ON "branch_seats"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "branch_waivers" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "branch" INTEGER NOT NULL CHECK ("branch" > 0) REFERENCES "branches" ("id") DEFERRABLE INITIALLY DEFERRED,
  "rule" TEXT NOT NULL CHECK ("rule" <> ''),
  "subject" TEXT CHECK ("subject" <> ''),
  "session" TEXT CHECK ("session" <> ''),
  "dropped" INTEGER NOT NULL CHECK ("dropped" IN (0, 1)),
  "reason" TEXT CHECK ("reason" <> ''),
  "author" TEXT CHECK ("author" <> ''),
  "date" TEXT CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE INDEX "branch_waivers_branch" ON "branch_waivers" ("branch") WHERE "branch" IS NOT NULL;
CREATE TRIGGER "branch_waivers_guard" BEFORE UPDATE ON "branch_waivers"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "attendance" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "session" INTEGER NOT NULL CHECK ("session" > 0) REFERENCES "sessions" ("id") DEFERRABLE INITIALLY DEFERRED,
  "meeting" INTEGER NOT NULL CHECK ("meeting" BETWEEN 1 AND 60),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "status" TEXT NOT NULL CHECK ("status" IN ('full', 'partial', 'no_show', 'excused')),
  "minutes" INTEGER CHECK ("minutes" BETWEEN 0 AND 1440),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "attendance_key" ON "attendance" ("session", "meeting", "person");
CREATE INDEX "attendance_person" ON "attendance" ("person") WHERE "person" IS NOT NULL;
CREATE TRIGGER "attendance_guard" BEFORE UPDATE ON "attendance"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "ratings" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "competency" INTEGER NOT NULL CHECK ("competency" > 0) REFERENCES "competencies" ("id") DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT NOT NULL CHECK ("source" IN ('self', 'manager', 'peer', 'report', 'facilitator', 'task')),
  "rater" TEXT CHECK ("rater" <> ''),
  "level" INTEGER NOT NULL CHECK ("level" BETWEEN 1 AND 5),
  "date" TEXT CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "version" INTEGER CHECK ("version" > 0) REFERENCES "frameworks" ("id") DEFERRABLE INITIALLY DEFERRED,
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE INDEX "ratings_person" ON "ratings" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "ratings_competency" ON "ratings" ("competency") WHERE "competency" IS NOT NULL;
CREATE INDEX "ratings_version" ON "ratings" ("version") WHERE "version" IS NOT NULL;
CREATE TRIGGER "ratings_guard" BEFORE UPDATE ON "ratings"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "evidence" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "competency" INTEGER CHECK ("competency" > 0) REFERENCES "competencies" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL CHECK ("kind" <> ''),
  "stance" TEXT NOT NULL CHECK ("stance" IN ('for', 'against', 'neutral')),
  "author" TEXT CHECK ("author" <> ''),
  "date" TEXT CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "text" TEXT CHECK ("text" <> ''),
  "dissent" INTEGER NOT NULL CHECK ("dissent" IN (0, 1)),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE INDEX "evidence_person" ON "evidence" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "evidence_competency" ON "evidence" ("competency") WHERE "competency" IS NOT NULL;
CREATE TRIGGER "evidence_guard" BEFORE UPDATE ON "evidence"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "own_views" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "path" TEXT CHECK ("path" IN ('expert', 'people', 'neither', 'undecided')),
  "words" TEXT CHECK ("words" <> ''),
  "date" TEXT CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE INDEX "own_views_person" ON "own_views" ("person") WHERE "person" IS NOT NULL;
CREATE TRIGGER "own_views_guard" BEFORE UPDATE ON "own_views"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "goals" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "horizon" TEXT CHECK ("horizon" IN ('now', 'next', 'beyond')),
  "parent" INTEGER CHECK ("parent" > 0) REFERENCES "goals" ("id") DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT CHECK ("state" IN ('open', 'done', 'dropped')),
  "date" TEXT CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "goals_key" ON "goals" ("code");
CREATE INDEX "goals_person" ON "goals" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "goals_parent" ON "goals" ("parent") WHERE "parent" IS NOT NULL;
CREATE TRIGGER "goals_guard" BEFORE UPDATE ON "goals"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "growth_areas" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "competency" INTEGER NOT NULL CHECK ("competency" > 0) REFERENCES "competencies" ("id") DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL CHECK ("state" IN ('live', 'resting', 'reached')),
  "since" TEXT CHECK ("since" IS date("since", '+0 days') AND "since" BETWEEN '1900-01-01' AND '2199-12-31'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "growth_areas_key" ON "growth_areas" ("person", "competency");
CREATE INDEX "growth_areas_competency" ON "growth_areas" ("competency") WHERE "competency" IS NOT NULL;
CREATE TRIGGER "growth_areas_guard" BEFORE UPDATE ON "growth_areas"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "actions" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "growth_area" INTEGER CHECK ("growth_area" > 0) REFERENCES "competencies" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('experience', 'exposure', 'education')),
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "module" INTEGER CHECK ("module" > 0) REFERENCES "modules" ("id") DEFERRABLE INITIALLY DEFERRED,
  "due" TEXT CHECK ("due" IS date("due", '+0 days') AND "due" BETWEEN '1900-01-01' AND '2199-12-31'),
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'doing', 'done', 'dropped')),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE INDEX "actions_person" ON "actions" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "actions_growth_area" ON "actions" ("growth_area") WHERE "growth_area" IS NOT NULL;
CREATE INDEX "actions_module" ON "actions" ("module") WHERE "module" IS NOT NULL;
CREATE TRIGGER "actions_guard" BEFORE UPDATE ON "actions"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "moments" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "author" TEXT CHECK ("author" <> ''),
  "date" TEXT CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "shared" INTEGER NOT NULL CHECK ("shared" IN (0, 1)),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE INDEX "moments_person" ON "moments" ("person") WHERE "person" IS NOT NULL;
CREATE TRIGGER "moments_guard" BEFORE UPDATE ON "moments"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "offers" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL CHECK ("kind" <> ''),
  "date" TEXT CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "answer" TEXT CHECK ("answer" IN ('accepted', 'declined', 'none')),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE INDEX "offers_person" ON "offers" ("person") WHERE "person" IS NOT NULL;
CREATE TRIGGER "offers_guard" BEFORE UPDATE ON "offers"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "flag_rules" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "path" TEXT NOT NULL CHECK ("path" IN ('expert', 'people')),
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "author" TEXT NOT NULL CHECK ("author" <> ''),
  "version" TEXT NOT NULL CHECK ("version" <> ''),
  "date" TEXT CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "purpose" TEXT CHECK ("purpose" <> ''),
  "conditions" TEXT NOT NULL CHECK ("conditions" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "flag_rules_key" ON "flag_rules" ("code", "version");
CREATE TRIGGER "flag_rules_guard" BEFORE UPDATE ON "flag_rules"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "projects" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "aim" TEXT CHECK ("aim" <> ''),
  "units" TEXT CHECK ("units" GLOB '[[]*]'),
  "from" TEXT CHECK ("from" IS date("from", '+0 days') AND "from" BETWEEN '1900-01-01' AND '2199-12-31'),
  "to" TEXT CHECK ("to" IS date("to", '+0 days') AND "to" BETWEEN '1900-01-01' AND '2199-12-31'),
  "lead_slot" TEXT CHECK ("lead_slot" <> ''),
  "manage_slot" TEXT CHECK ("manage_slot" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "projects_key" ON "projects" ("code");
CREATE TRIGGER "projects_guard" BEFORE UPDATE ON "projects"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "pairing_optin" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "person" INTEGER NOT NULL CHECK ("person" > 0) REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED,
  "as" TEXT NOT NULL CHECK ("as" IN ('lead', 'manage', 'either')),
  "units_wanted" TEXT CHECK ("units_wanted" GLOB '[[]*]'),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "pairing_optin_key" ON "pairing_optin" ("person");
CREATE TRIGGER "pairing_optin_guard" BEFORE UPDATE ON "pairing_optin"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "calendar" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "meeting" TEXT NOT NULL CHECK ("meeting" <> ''),
  "audience" TEXT NOT NULL CHECK ("audience" <> ''),
  "uid" TEXT NOT NULL CHECK ("uid" <> ''),
  "sequence" INTEGER NOT NULL CHECK ("sequence" BETWEEN 0 AND 1000000000),
  "stamp" TEXT CHECK ("stamp" <> ''),
  "digest" TEXT CHECK ("digest" <> ''),
  "modified" TEXT CHECK ("modified" <> ''),
  "date" TEXT CHECK ("date" IS date("date", '+0 days') AND "date" BETWEEN '1900-01-01' AND '2199-12-31'),
  "start" TEXT CHECK ("start" GLOB '[0-2][0-9]:[0-5][0-9]' AND "start" <= '24:00'),
  "end" TEXT CHECK ("end" GLOB '[0-2][0-9]:[0-5][0-9]' AND "end" <= '24:00'),
  "zone" TEXT CHECK ("zone" <> ''),
  "title" TEXT CHECK ("title" <> ''),
  "place" TEXT CHECK ("place" <> ''),
  "cancelled" INTEGER NOT NULL CHECK ("cancelled" IN (0, 1)),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "calendar_key" ON "calendar" ("meeting", "audience");
CREATE TRIGGER "calendar_guard" BEFORE UPDATE ON "calendar"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;

CREATE TABLE "extra_files" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "text" TEXT CHECK ("text" <> ''),
  "extra" TEXT CHECK ("extra" GLOB '{*}'),
  "row_version" INTEGER NOT NULL CHECK ("row_version" > 0)
) STRICT;
CREATE UNIQUE INDEX "extra_files_key" ON "extra_files" ("name");
CREATE TRIGGER "extra_files_guard" BEFORE UPDATE ON "extra_files"
WHEN NEW."row_version" IS NOT OLD."row_version" + 1 OR NEW."id" IS NOT OLD."id"
BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;
