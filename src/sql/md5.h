// The MD5 digest of a text, which SQL's MD5() shows.
// Here: md5_hex.  Not here: anything that has to be safe from attack: MD5 is not.
// Source: RFC 1321.
#pragma once

#include <string>
#include <string_view>

namespace loopready::sql {

std::string md5_hex(std::string_view text);  // 32 hexadecimal digits

}  // namespace loopready::sql
