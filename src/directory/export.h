// The directory written as the spreadsheets that import reads.
#pragma once
#include "directory/import.h"

namespace directory {

std::string export_csv(Sheet, const Known&);

}  // namespace directory
