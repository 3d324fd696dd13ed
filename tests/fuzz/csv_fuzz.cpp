// A spreadsheet of the directory is taken in whole, or refused with every error.
#include "directory/import.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const directory::Directory none;
    const std::map<directory::AgencyId, std::set<std::string>> works_with;
    (void)directory::import_csv(text_of(bytes, size), "sheet.csv", directory::Known{none, works_with, {"riverside"}, {}});
    return 0;
}
