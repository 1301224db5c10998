#include "db/sqlite/error.hpp"

#include <sqlite3.h>

namespace tandem::db {

Error to_error(const SQLite::Exception& failure, const std::filesystem::path& file) {
  const std::string where = file.string();
  const std::string detail = std::string{" ("} + failure.what() + ")";
  const auto storage = [&](std::string message, std::string hint = {}) {
    return Error{ErrorCode::storage, std::move(message), where, std::move(hint)};
  };
  switch (failure.getErrorCode()) {
    case SQLITE_FULL:
      return storage("The disk is full; nothing was saved.", "make room, or save a copy elsewhere");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return storage("Another program is writing to this file.", "try again in a moment");
    case SQLITE_NOTADB:
      return storage("This is not a Tandem file, or its beginning is damaged.",
                     "open a backup from its .tandem-backups folder");
    case SQLITE_CORRUPT:
      return storage("This file is damaged" + detail + ".",
                     "open a backup from its .tandem-backups folder");
    case SQLITE_READONLY:
      if (failure.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK)
        return storage(
            "A save was interrupted, and it cannot be tidied up in a place that is "
            "read-only.",
            "make the file and its folder writable and open it again");
      return storage("This file cannot be written to" + detail + ".",
                     "check the permissions of the file and its folder");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return storage("This file cannot be opened" + detail + ".",
                     "check the permissions of the file and its folder");
    case SQLITE_IOERR:
      return storage("The disk reports an error; nothing was saved" + detail + ".",
                     "save a copy elsewhere");
    case SQLITE_CONSTRAINT:
      switch (failure.getExtendedErrorCode()) {
        case SQLITE_CONSTRAINT_FOREIGNKEY:
          return {ErrorCode::refused, "Something this change refers to is not there any more.",
                  where, "look at the latest state and repeat the change"};
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
          return {ErrorCode::refused, "Another row already has the same key" + detail + ".", where,
                  "look at the latest state and repeat the change"};
        default:
          return {
              ErrorCode::refused, "The file does not accept this value" + detail + ".", where, {}};
      }
    default:
      return storage("The file could not be used" + detail + ".");
  }
}

Error to_error(const Damaged& damage, const std::filesystem::path& file) {
  return {ErrorCode::storage, std::string{"This file is damaged: "} + damage.what() + ".",
          file.string(), "run tandem verify, and open a backup from its .tandem-backups folder"};
}

}  // namespace tandem::db
