// The tables of both files, and whether a file that is there already is one of ours.
#pragma once
#include <filesystem>

#include "sqlite/connection.h"

namespace sqlite {

/// The ledger with all that lands beside it, and the keys apart from it.
enum class File { Ledger, Keys };

/// Makes the tables in an empty file. A file of another program, or of a later version of this
/// one, is a Fault.
void make_or_check(Connection&, File, const std::filesystem::path&);

/// The same without making anything.
void check(Connection&, File, const std::filesystem::path&);

}  // namespace sqlite
