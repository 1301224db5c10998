#include "ui/app/login.hpp"

#include <pwd.h>
#include <unistd.h>

namespace tandem::app {

std::string login_name() {
  const passwd* entry = getpwuid(getuid());
  return entry != nullptr && entry->pw_name != nullptr ? entry->pw_name : "unknown";
}

}  // namespace tandem::app
