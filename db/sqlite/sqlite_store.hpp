// The store in one SQLite file: opening and making it. What it promises stands in ports/store.hpp
// and is tested in tests/contract; how, in the other files of this folder. The composition roots
// (command line, window) and tests include this and nothing else of db/sqlite. Thread rule: one
// store, one thread; several stores on one file are fine, also from several processes.
#pragma once

#include <filesystem>
#include <memory>

#include "db/durable_file.hpp"
#include "planner/ports/clock.hpp"
#include "planner/ports/store.hpp"

namespace tandem::db {

// Opens a file for reading and writing, or for reading only where its permissions or its schema ask
// for that. An interrupted save is rolled back; a file of an older schema is backed up and brought
// up. Errors: not_found; bad_input, not a Tandem file or cut short; storage, damaged, too new or
// unusable. A file that is refused is not touched. Requires: the clock outlives the store.
Result<std::unique_ptr<Store>> open(const std::filesystem::path& file, const Clock& clock);

// Makes a file that holds `program`, in one transaction that is the bottom of its history.
// Existing::replace backs an existing Tandem file up first and refuses any other.
// Requires: ids set; the program keeps the rules of validate(). Errors: refused, storage; what was
// there is untouched then.
Result<std::unique_ptr<Store>> create(const std::filesystem::path& file, const Program& program,
                                      const TxInfo& info, const std::string& label,
                                      const Clock& clock, Existing existing = Existing::refuse);

// A verified copy in NAME.tandem-backups beside the file. Returns: its path. Errors: as open;
// storage.
Result<std::filesystem::path> backup(const std::filesystem::path& file, const Clock& clock);

}  // namespace tandem::db
