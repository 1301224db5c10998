// SQL text for the entity tables, written from the field lists of the planner's nouns: their DDL
// (the committed file db/schema/0001_entities.sql is this text, and a test keeps the two equal) and
// one statement of each kind. All identifiers come from compile-time tables; values are always
// bound.
#pragma once

#include <string>

#include "planner/domain/rows.hpp"

namespace tandem::db {

// CREATE TABLE, unique index and guard trigger of each table, referenced tables first.
std::string entity_ddl();

// Parameters and columns: the fields in their order, then extra, row_version, id.
std::string select_sql(const TableInfo& table);      // in the order of ids
std::string select_row_sql(const TableInfo& table);  // ?1 id
std::string insert_sql(const TableInfo& table);
std::string update_sql(const TableInfo& table);  // row_version: the version expected
std::string remove_sql(const TableInfo& table);  // ?1 id, ?2 the version expected

std::string sql_name(std::string_view identifier);

}  // namespace tandem::db
