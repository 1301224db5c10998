// Whether a code can name a file as it is, on every system. Asked before documents are written that
// are named by an employee number or a cohort's code.
#pragma once

#include <string_view>

namespace tandem {

bool is_file_name(std::string_view name);

}  // namespace tandem
