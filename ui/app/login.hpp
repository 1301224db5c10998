#pragma once

// Whose computer this is: the name that the change log keeps beside every change. The command line
// and the window ask here, so that one person has one name in both.

#include <string>

namespace tandem::app {

// The login name of this process's user; "unknown" where the system has none for it.
std::string login_name();

}  // namespace tandem::app
